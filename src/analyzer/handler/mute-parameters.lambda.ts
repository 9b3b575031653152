import { paginateGetParametersByPath, SSMClient } from '@aws-sdk/client-ssm';
import { describedServices } from './collecting.lambda';
import { log } from './deliver.lambda';
import { within } from '../explaining/within';
import { type MuteParameter, Mutes } from '../notifying/mutes';
import { tagsOf } from '../notifying/tags-of';
import type { AnalyzerSettings } from '../protocol/environment';
import { mutePath } from '../protocol/mute-action';
import { REQUEST_LIMITS, TIME_LIMITS } from '../protocol/time-limits';

/** The mutes of an analyzer, in the parameter store and in the tags of services. */
export function mutesOf(settings: AnalyzerSettings): Mutes {
  const { analyzer } = settings;
  const services = describedServices(settings);
  const { maxAttempts, ...times } = REQUEST_LIMITS;
  const client = new SSMClient({ maxAttempts, requestHandler: { ...times, throwOnRequestTimeout: true } });
  const readAll = async (): Promise<readonly MuteParameter[]> => {
    const parameters: MuteParameter[] = [];
    for await (const { Parameters = [] } of paginateGetParametersByPath({ client }, { Path: mutePath(analyzer) })) {
      parameters.push(...Parameters.map(({ Name = '', Value = '' }) => ({ name: Name, value: Value })));
    }
    return parameters;
  };
  return new Mutes({
    read: () => within(TIME_LIMITS.mutes, 'reading the mutes', readAll()),
    ...services !== undefined && { tagsOf: async service => tagsOf(await services.lately(service)) },
    now: Date.now,
    log,
  });
}
