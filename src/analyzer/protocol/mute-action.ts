import type { Action } from '../../diagnosis/model/diagnosis';

const DAY = 24 * 3_600_000;

/** The path of the parameters that mute incidents of an analyzer, one mute in each. */
export const mutePath = (analyzer: string): string => `/hardened-fargate/${analyzer}/mute`;

/** How somebody who reads of an incident mutes it for a day, without a deployment. */
export function muteAction(incident: string, analyzer: string, region: string, now: number): Action {
  const until = new Date(now + DAY).toISOString();
  const value = JSON.stringify({ incident, until, why: 'muted for a day from its message' });
  return {
    title: 'To stop notifications of this incident for a day, mute it.',
    commands: [
      `aws ssm put-parameter --region ${region} --name ${mutePath(analyzer)}/${incident} --type String --overwrite --value '${value}'`,
    ],
    prop: null,
  };
}
