import { App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { failBareSynth } from './bare-synth';
import { judgeServices } from './judge-services';
import { neverFailOpen } from './never-fail-open';
import { noteAsCreated } from './overriding/overrides';
import { PLUGIN_NAME } from './settings/plugin-name';
import { AS_PUBLISHED } from './strictness';
import { reportsWhere } from './told-before';
import { isJudged, isJudgedAnyway, markAsAdopted, markAsJudged } from './who-judges';

/** Says that an app is judged already, also when another copy of this library saw to it. */
const REGISTERED = Symbol.for('hardened-fargate.registered');

/** Judges the services of a construct, and what they use, whenever its app is synthesized; nobody else's services turn red. */
export function judgeByGuardrails(scope: IConstruct): void {
  markAsJudged(scope);
  noteAsCreated(scope);
  register(scope);
}

/** Judges a service that somebody else made as `FargateGuardrails` would. */
export function judgeAdopted(scope: IConstruct): void {
  markAsAdopted(scope);
  register(scope);
}

function register(scope: IConstruct): void {
  failBareSynth(scope);
  const app = scope.node.root;
  if (!App.isApp(app) || REGISTERED in app) return;
  Object.defineProperty(app, REGISTERED, { value: true });
  Validations.of(app).addPlugins(ADOPTED_SERVICES);
}

/** One instance for all apps, because the CDK tells plugins apart by instance. */
const ADOPTED_SERVICES: IPolicyValidationPlugin = {
  name: PLUGIN_NAME,
  validate: neverFailOpen(context => judgeServices(context, reportsWhere(context, {
    plugin: ADOPTED_SERVICES,
    isReporter: construct => isJudged(construct) && !isJudgedAnyway(construct),
    strictnessAt: () => AS_PUBLISHED,
    yields: true,
  }))),
};
