import type { JobProperties } from './protocol/job-properties';

/** What CloudFormation asks of the custom resource of a job. */
export interface JobRequest {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResourceProperties: JobProperties;
  readonly OldResourceProperties?: Partial<JobProperties>;
}

/**
 * Whether a job is to run: once for each revision of its task definition, and never when a stack is deleted or goes back.
 *
 * A stack that goes back asks for the revision from before, whose number is lower; whoever deploys an older version on purpose
 * makes a new revision of it.
 */
export function isToRun({ RequestType: type, ResourceProperties: asked, OldResourceProperties: old = {} }: JobRequest): boolean {
  if (type === 'Delete') return false;
  if (type === 'Create' || old.TaskDefinition === undefined) return true;
  const [now, before] = [revisionOf(asked.TaskDefinition), revisionOf(old.TaskDefinition)];
  return now.family === before.family ? now.revision > before.revision : true;
}

function revisionOf(arn: string): { readonly family: string; readonly revision: number } {
  const [, family = arn, revision] = /^(.*):(\d+)$/.exec(arn) ?? [];
  return { family, revision: Number(revision) };
}
