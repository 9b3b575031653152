import type { ExaminedService } from '../../doctor/judge-account';

/** The command that tells why a service has problems at this moment; none for a service without problems. */
export const nextCommand = ({ arn, problems }: ExaminedService): readonly string[] =>
  problems.length > 0 ? [`hardened-fargate diagnose --service ${arn}`] : [];
