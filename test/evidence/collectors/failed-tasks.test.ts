import { anAsk } from './an-ask';
import { failedTasks } from '../../../src/evidence/collectors/failed-tasks';
import { evidenceOf } from '../../diagnosis/evidence-of';

const failed = (deploymentId?: string) => evidenceOf({
  service: 'web',
  cluster: 'prod',
  change: { kind: 'deployment', eventName: 'SERVICE_DEPLOYMENT_FAILED', eventType: 'ERROR', reason: 'tasks failed to start.', deploymentId },
});

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task/prod/0f1e2d3c4b5a49788796a5b4c3d2e1f0';
const TASKS = [{ taskArn: ARN, startedBy: 'ecs-svc/1' }, { taskArn: `${ARN}1`, startedBy: 'ecs-svc/2' }];
const ANSWERS = { 'ecs:ListTasks': { taskArns: TASKS.map(({ taskArn }) => taskArn) }, 'ecs:DescribeTasks': { tasks: TASKS } };

test('of a deployment that failed, its own stopped tasks are described', async () => {
  const ask = anAsk(ANSWERS);
  expect(await failedTasks.collect(failed('ecs-svc/2'), ask, [])).toEqual({ tasks: [TASKS[1]] });
  expect(ask.inputs.get('ecs:ListTasks')).toEqual({ cluster: 'prod', serviceName: 'web', desiredStatus: 'STOPPED', maxResults: 100 });
});

test('of a deployment without an id, all stopped tasks of the service are described', async () => {
  expect(await failedTasks.collect(failed(), anAsk(ANSWERS), [])).toEqual({ tasks: TASKS });
});

test.each<[string, object]>([
  ['that may not be listed', {}],
  ['that ECS has forgotten', { 'ecs:ListTasks': { taskArns: [] } }],
  ['that may not be described', { 'ecs:ListTasks': ANSWERS['ecs:ListTasks'] }],
  ['of another deployment', ANSWERS],
])('tasks %s say nothing', async (_, answers) => {
  expect(await failedTasks.collect(failed('ecs-svc/3'), anAsk(answers as typeof ANSWERS), [])).toEqual({});
});

test('a stop that is no failed deployment asks for no tasks', async () => {
  const ask = anAsk(ANSWERS);
  expect(await failedTasks.collect(evidenceOf({ service: 'web', cluster: 'prod' }), ask, [])).toEqual({});
  expect(ask.inputs.size).toBe(0);
});
