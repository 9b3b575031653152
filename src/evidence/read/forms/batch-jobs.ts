import type { Content, Form } from './form';
import { isObject, type JsonObject, objects, present, text, wholeNumber } from '../../model/json-fields';
import type { Findings } from '../../model/partial-evidence';

/** What describe-jobs of AWS Batch answers; a job on Fargate is a task of ECS. */
export const batchJobs: Form = {
  name: 'the output of describe-jobs',
  recognizes: ({ jobs }) => Array.isArray(jobs) && objects(jobs).some(looksLikeJob),
  read: ({ jobs }) => {
    const contents = objects(jobs).map(readOne);
    return { findings: contents.flatMap(({ findings }) => findings), healthy: contents.flatMap(({ healthy }) => healthy) };
  },
};

/** One job, as describe-jobs lists it or as its event has it. */
export const batchJob: Form = {
  name: 'a job of AWS Batch',
  recognizes: looksLikeJob,
  read: readOne,
};

/** What EventBridge delivers of a job. */
export const batchEvent: Form = {
  name: 'an event of AWS Batch',
  recognizes: ({ source, detail }) => source === 'aws.batch' && isObject(detail) && looksLikeJob(detail),
  read: ({ detail }) => readOne(detail as JsonObject),
};

const JOB_FIELDS = ['jobDefinition', 'jobQueue', 'attempts', 'container', 'statusReason'];

function looksLikeJob(value: JsonObject): boolean {
  return ('jobId' in value || 'jobName' in value) && JOB_FIELDS.some(field => field in value);
}

function readOne(job: JsonObject): Pick<Content, 'findings' | 'healthy'> {
  const status = text(job.status);
  if (status !== 'FAILED') return { findings: [], healthy: [`job ${text(job.jobName) ?? String(job.jobId)} is ${status ?? 'not failed'}`] };
  const attempts = objects(job.attempts);
  const container = [attempts.at(-1)?.container, job.container].find(isObject) ?? {};
  return { findings: [findingsOf(job, container)], healthy: [] };
}

const findingsOf = (job: JsonObject, container: JsonObject): Findings => ({
  task: {
    ...present({
      taskArn: text(container.taskArn),
      stoppedReason: text(job.statusReason),
      stopCode: wholeNumber(container.exitCode) === undefined ? undefined : 'EssentialContainerExited',
      group: 'family:aws-batch',
    }),
    containers: [present({
      name: 'default',
      exitCode: wholeNumber(container.exitCode),
      reason: text(container.reason),
      image: text(container.image),
    })],
    attachments: [],
  },
});
