import { type IPolicyValidationPlugin, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { strictest } from './strictest';
import type { Strictness } from './strictness';

/** Global symbols, because an app may hold two copies of this library. */
const JUDGED = Symbol.for('hardened-fargate.judged');
const JUDGES_EVERY_SERVICE = Symbol.for('hardened-fargate.judges-every-service');

/** Marks a construct whose services are judged without anybody asking for it. */
export const markAsJudged = (construct: IConstruct): void => mark(construct, JUDGED);

const ADOPTED = Symbol.for('hardened-fargate.adopted');

/** Marks a construct whose service somebody else made: it is judged, and keeps no promise. */
export function markAsAdopted(construct: IConstruct): void {
  mark(construct, JUDGED);
  mark(construct, ADOPTED);
}

/** How strictly the plugins of this copy of the library judge. */
const STRICTNESS = new WeakMap<IPolicyValidationPlugin, Strictness>();

/** Marks a plugin that judges every service in the stacks it is registered for. */
export function markAsGeneralJudge(plugin: IPolicyValidationPlugin, strictness: Strictness): void {
  mark(plugin, JUDGES_EVERY_SERVICE);
  STRICTNESS.set(plugin, strictness);
}

/** Whether a construct, or one that it is a part of, asked to be judged. */
export const isJudged = (construct: IConstruct): boolean => construct.node.scopes.some(scope => JUDGED in scope);

/** Whether a construct is part of one that keeps the guardrails by itself. */
export const keepsPromise = (construct: IConstruct): boolean =>
  isJudged(construct) && !construct.node.scopes.some(scope => ADOPTED in scope);

/** The construct that keeps the guardrails by itself and that a construct is part of. */
export const promisingScope = (construct: IConstruct): IConstruct | undefined =>
  keepsPromise(construct) ? construct.node.scopes.filter(scope => JUDGED in scope).pop() : undefined;

/** Whether a plugin judges every service at a construct. */
export const isJudgedAnyway = (construct: IConstruct): boolean => pluginsAround(construct).some(plugin => JUDGES_EVERY_SERVICE in plugin);

/**
 * Whether a plugin is the first of those that judge every service at a construct: it reports for all of them, so that each fault is
 * told once. One that the others do not know of reports for itself.
 */
export function isReporterAt(construct: IConstruct, plugin: IPolicyValidationPlugin): boolean {
  const judges = pluginsAround(construct).filter(each => STRICTNESS.has(each));
  return judges[0] === plugin || !judges.includes(plugin);
}

/** How strictly a plugin judges the services at a construct: as strictly as any other one there wants it. */
export const strictnessAt = (construct: IConstruct, own: Strictness): Strictness =>
  strictest([...new Set([own, ...pluginsAround(construct).flatMap(plugin => STRICTNESS.get(plugin) ?? [])])]);

/** How strictly the plugins that judge every service at a construct do so together, as far as this copy of the library knows. */
export function generalStrictnessAt(construct: IConstruct): Strictness | undefined {
  const all = [...new Set(pluginsAround(construct).flatMap(plugin => STRICTNESS.get(plugin) ?? []))];
  return all.length === 0 ? undefined : strictest(all);
}

const pluginsAround = (construct: IConstruct): readonly IPolicyValidationPlugin[] =>
  construct.node.scopes.filter(Stage.isStage).flatMap(registeredPlugins);

/** The construct of a path, or the nearest one above it. */
export function constructAt(root: IConstruct, path: string): IConstruct {
  return path.split('/').reduce<IConstruct>((scope, id) => scope.node.tryFindChild(id) ?? scope, root);
}

/** The plugins that this copy of the library registered itself. */
const REGISTERED = new WeakMap<Stage, readonly IPolicyValidationPlugin[]>();

/** Notes that a plugin was registered for the app or stage of a construct. */
export function noteRegistration(scope: IConstruct, plugin: IPolicyValidationPlugin): void {
  const stage = Stage.isStage(scope) ? scope : Stage.of(scope);
  if (stage !== undefined) REGISTERED.set(stage, [...REGISTERED.get(stage) ?? [], plugin]);
}

/** The getter is not a promised part of the CDK: without it, what was registered by `FargateGuardrails.register` is known. */
const registeredPlugins = (stage: Stage): readonly IPolicyValidationPlugin[] =>
  (stage as { readonly _validationPlugins?: readonly IPolicyValidationPlugin[] })._validationPlugins ?? REGISTERED.get(stage) ?? [];

const mark = (thing: object, symbol: symbol): void => void Object.defineProperty(thing, symbol, { value: true });
