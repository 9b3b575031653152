/** What `describe-tasks` and an event's detail have in common. */
const task = (id: string, fields: object) => ({
  taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/prod/${id}`,
  clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod',
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:7',
  group: 'service:shop',
  launchType: 'FARGATE',
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  ...fields,
});

export const OUT_OF_MEMORY = task('0123456789abcdef0123456789abcdef', {
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
});

export const RATE_LIMIT = task('fedcba9876543210fedcba9876543210', {
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'CannotPullContainerError: inspect image has been retried 5 time(s): httpReaderSeeker: failed open: unexpected status code '
    + 'https://registry-1.docker.io/v2/library/nginx/manifests/sha256:2d17cc4981bf1e22a87ef3b3dd20fbb72c3868738e3f307662eb40e2630d4320: 429 Too Many Requests '
    + '- Server message: toomanyrequests: You have reached your pull rate limit.',
  containers: [{ name: 'app', lastStatus: 'STOPPED' }],
});

export const RUNNING = task('00000000000000000000000000000000', { lastStatus: 'RUNNING', desiredStatus: 'RUNNING', containers: [] });

export const event = (detail: object) => ({
  'version': '0',
  'id': '47cc72d7-e8dd-320c-cba3-a8d73d1f8d0d',
  'detail-type': 'ECS Task State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2026-05-02T15:29:11Z',
  'region': 'eu-west-1',
  'resources': [],
  detail,
});
