import { batchEvent, batchJob, batchJobs } from './batch-jobs';
import { bundle, deploymentBundle } from './bundles';
import { apiError, message, stateError } from './envelopes';
import { event } from './event';
import type { Form } from './form';
import { logEvents, queryResults } from './messages';
import { ownEvidence } from './own-evidence';
import { savedEvidence } from './saved-evidence';
import { deployment, serviceDeployments } from './service-deployments';
import { describeServices, service, serviceAnswer } from './services';
import { stackEvents, stacks } from './stacks';
import { healthEvents, surroundings, trail } from './surroundings';
import { targetHealth } from './target-health';
import { describeTasks, task } from './tasks';

/** Every form, in the order in which they are tried: what is unmistakable first. */
export const FORMS: readonly Form[] = [
  ownEvidence,
  savedEvidence,
  batchEvent,
  event,
  message,
  stateError,
  trail,
  healthEvents,
  deploymentBundle,
  bundle,
  describeServices,
  serviceAnswer,
  serviceDeployments,
  stackEvents,
  stacks,
  batchJobs,
  queryResults,
  targetHealth,
  surroundings,
  describeTasks,
  service,
  deployment,
  logEvents,
  batchJob,
  task,
  apiError,
];
