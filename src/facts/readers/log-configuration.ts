import type { LogConfigurationFacts, LogGroupFacts } from '../model/container';
import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import { mayGrow } from '../template/functions/macros';
import { refersTo } from '../template/refers';
import { foreignRegion } from '../template/region';
import { asNumber, asObject, asString, orElse, type Resolved, type ResolvedObject } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Reads where the output of a container goes, and how long it is kept there. */
export function readLogConfiguration(templates: Templates, value: Resolved, stack: string): Fact<LogConfigurationFacts> {
  const configuration = asObject(value);
  if (configuration === undefined || configuration === UNKNOWN) return configuration;
  const options = orElse(asObject(configuration.Options), {});
  return {
    driver: orUnknown(asString(configuration.LogDriver)),
    options: isKnown(options) && !mayGrow(options) ? readOptions(options) : UNKNOWN,
    region: isKnown(options) ? foreignRegion(templates, stack, asString(options['awslogs-region'])) : UNKNOWN,
    group: isKnown(options) ? readLogGroup(templates, options['awslogs-group']) : UNKNOWN,
  };
}

const readOptions = (options: ResolvedObject): Readonly<Record<string, Known<string>>> =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, orUnknown(asString(option))]));

function readLogGroup(templates: Templates, name: Resolved): Fact<LogGroupFacts> {
  if (name === undefined) return undefined;
  const group =
    templates.referred(name, 'AWS::Logs::LogGroup')
    ?? templates.ofType('AWS::Logs::LogGroup').find(({ properties }) => properties.LogGroupName === name);
  if (group === undefined) return UNKNOWN;
  // The CDK's custom resource can set the retention of any group, whoever made it.
  const setElsewhere = templates.ofType('Custom::LogRetention').some(({ properties }) =>
    properties.LogGroupName === name || refersTo(templates, properties.LogGroupName, group) !== false);
  return { retentionDays: setElsewhere ? UNKNOWN : asNumber(group.properties.RetentionInDays) };
}

const orUnknown = <T>(fact: Fact<T>): Known<T> => fact === undefined ? UNKNOWN : fact;
