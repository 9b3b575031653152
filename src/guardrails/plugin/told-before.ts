import type { IPolicyValidationContext, IPolicyValidationPlugin } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isWithin } from './acknowledging/acknowledgements';
import { addsNothingTo } from './strictest';
import type { Strictness } from './strictness';

/** A plugin that judges services, and where it would report. */
interface Reporter {
  readonly plugin: IPolicyValidationPlugin;
  readonly isReporter: (construct: IConstruct) => boolean;
  readonly strictnessAt: (construct: IConstruct) => Strictness;
  /** Whether it leaves a construct to any plugin that reports there, however strict. */
  readonly yields: boolean;
}

type Told = Pick<Reporter, 'plugin' | 'isReporter' | 'strictnessAt'>;

/** The plugins that the CDK has asked in this synthesis of an app, in order. */
const ASKED = new WeakMap<IConstruct, readonly Told[]>();

/**
 * Where a plugin reports: where it would, unless one that was asked before it told all that it would tell.
 *
 * Plugins that know of each other agree on one reporter; this is for those that the CDK does not tell of each other.
 */
export function reportsWhere(context: IPolicyValidationContext, reporter: Reporter): (construct: IConstruct) => boolean {
  const { plugin, isReporter, strictnessAt, yields } = reporter;
  const stacks = context.stackTemplates.map(({ stackConstructPath }) => stackConstructPath);
  const before = askedBefore(context.appConstruct, plugin);
  const reports = (construct: IConstruct): boolean => isReporter(construct)
    && !before.some(told => told.isReporter(construct) && (yields || addsNothingTo(told.strictnessAt(construct), strictnessAt(construct))));
  const isAsked = (construct: IConstruct): boolean => stacks.some(stack => isWithin(construct.node.path, stack));
  ASKED.set(context.appConstruct, [...before, { plugin, isReporter: construct => isAsked(construct) && reports(construct), strictnessAt }]);
  return reports;
}

/** The CDK asks a plugin once in each synthesis: one that was asked already is asked in another one. */
function askedBefore(app: IConstruct, plugin: IPolicyValidationPlugin): readonly Told[] {
  const asked = ASKED.get(app) ?? [];
  return asked.some(told => told.plugin === plugin) ? [] : asked;
}
