import { type IPolicyValidationPlugin, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Global symbols, because an app may hold two copies of this library. */
const JUDGED = Symbol.for('hardened-fargate.judged');
const JUDGES_EVERY_SERVICE = Symbol.for('hardened-fargate.judges-every-service');

/** Marks a construct whose services are judged without anybody asking for it. */
export const markAsJudged = (construct: IConstruct): void => mark(construct, JUDGED);

/** Marks a plugin that judges every service in the stacks it is registered for. */
export const markAsGeneralJudge = (plugin: IPolicyValidationPlugin): void => mark(plugin, JUDGES_EVERY_SERVICE);

/** Whether a construct, or one that it is a part of, asked to be judged. */
export const isJudged = (construct: IConstruct): boolean => construct.node.scopes.some(scope => JUDGED in scope);

/** The plugin that judges every service at a construct, so that two registrations report a fault once. */
export function generalJudgeOf(construct: IConstruct): IPolicyValidationPlugin | undefined {
  return construct.node.scopes.filter(Stage.isStage).flatMap(registeredPlugins).find(plugin => JUDGES_EVERY_SERVICE in plugin);
}

/** The construct of a path, or the nearest one above it. */
export function constructAt(root: IConstruct, path: string): IConstruct {
  return path.split('/').reduce<IConstruct>((scope, id) => scope.node.tryFindChild(id) ?? scope, root);
}

/** The getter is not a promised part of the CDK: without it every judge reports, which says things twice but hides nothing. */
const registeredPlugins = (stage: Stage): readonly IPolicyValidationPlugin[] =>
  (stage as { readonly _validationPlugins?: readonly IPolicyValidationPlugin[] })._validationPlugins ?? [];

const mark = (thing: object, symbol: symbol): void => void Object.defineProperty(thing, symbol, { value: true });
