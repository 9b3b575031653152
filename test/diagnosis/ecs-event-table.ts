/** An event of ECS by AWS's definition, and what the diagnosis says of it. */
type Row = readonly [name: string, type: string, definition: string, cause: string, severity: string];

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html */
export const SERVICE_ACTIONS: readonly Row[] = [
  ['SERVICE_STEADY_STATE', 'INFO', 'the service runs the desired number of healthy tasks', 'unknown', 'benign'],
  ['TASKSET_STEADY_STATE', 'INFO', 'the task set runs the desired number of healthy tasks', 'unknown', 'benign'],
  ['CAPACITY_PROVIDER_STEADY_STATE', 'INFO', 'a capacity provider of the service is in a steady state', 'unknown', 'benign'],
  ['SERVICE_DESIRED_COUNT_UPDATED', 'INFO', 'the scheduler changed the computed desired count, also to zero', 'unknown', 'benign'],
  ['TASKS_STOPPED', 'INFO', 'the service stopped running tasks', 'unknown', 'benign'],
  ['SERVICE_TASK_START_IMPAIRED', 'WARN', 'tasks do not start consistently; the scheduler goes on', 'deploy/start-impaired', 'failure'],
  ['SERVICE_DISCOVERY_INSTANCE_UNHEALTHY', 'WARN', 'a task in a service registry is unhealthy', 'health/container', 'failure'],
  ['VPC_LATTICE_TARGET_UNHEALTHY', 'WARN', 'a VPC Lattice target is unhealthy', 'health/lattice', 'failure'],
  ['SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED', 'ERROR', 'a daemon task no longer meets its constraint', 'capacity/configuration', 'failure'],
  ['ECS_OPERATION_THROTTLED', 'ERROR', 'rate limits of the ECS API throttle the scheduler', 'deploy/throttled', 'failure'],
  ['SERVICE_DISCOVERY_OPERATION_THROTTLED', 'ERROR', 'rate limits of the Cloud Map API throttle the scheduler', 'deploy/throttled', 'failure'],
  ['SERVICE_TASK_PLACEMENT_FAILURE', 'ERROR', 'the scheduler cannot place a task', 'capacity/configuration', 'failure'],
  ['SERVICE_TASK_CONFIGURATION_FAILURE', 'ERROR', 'a configuration error keeps the scheduler from placing a task', 'capacity/configuration', 'failure'],
  ['SERVICE_HEALTH_UNKNOWN', 'ERROR', 'ECS cannot tell the health of the tasks', 'unknown', 'notice'],
];

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html */
export const DEPLOYMENT_STATES: readonly Row[] = [
  ['SERVICE_DEPLOYMENT_IN_PROGRESS', 'INFO', 'the deployment goes on', 'stop/deployment', 'benign'],
  ['SERVICE_DEPLOYMENT_COMPLETED', 'INFO', 'the deployment is complete', 'stop/deployment', 'benign'],
  ['SERVICE_DEPLOYMENT_FAILED', 'ERROR', 'the circuit breaker or an alarm failed the deployment', 'deploy/circuit-breaker', 'failure'],
];

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html */
export const HOOK_STATES: readonly Row[] = [
  ['HOOK_IN_PROGRESS', 'INFO', 'a hook is in progress', 'unknown', 'benign'],
  ['HOOK_AWAITING_ACTION', 'INFO', 'a pause hook waits for ContinueServiceDeployment', 'deploy/awaiting-action', 'notice'],
  ['HOOK_SUCCEEDED', 'INFO', 'the hook completed', 'unknown', 'benign'],
  ['HOOK_FAILED', 'INFO', 'the hook failed, or ROLLBACK was chosen', 'deploy/lifecycle-hook', 'failure'],
  ['HOOK_TIMED_OUT', 'INFO', 'the hook did not complete in time', 'deploy/lifecycle-hook', 'failure'],
];
