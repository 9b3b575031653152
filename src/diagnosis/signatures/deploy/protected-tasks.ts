import { argument, aws } from '../../advice/commands';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'protected tasks cannot be stopped',
  words: ['protected tasks', 'tasks under protection', 'task protection', 'DEPLOYMENT_BLOCKED'],
};

/** Tasks that asked not to be stopped hold the service up. */
export const deployProtectedTasks: Signature = {
  cause: 'deploy/protected-tasks',
  atBest: 'certain',
  retriable: true,
  says: 'Because of tasks with scale-in protection, the service cannot reach a steady state. '
    + 'Wait until they finish, or remove their protection; it expires after two hours by default.',
  toConfirm: 'Get the task protection of the running tasks. '
    + 'A protected task that ECS has to stop confirms it, and its expiration date shows when the protection ends.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'service',
  seenIn: [
    {
      serviceEvent: '(service web) was unable to reach steady state because (taskSet ecs-svc/1111111111111111111) was unable to scale in '
        + 'due to (reason 2 tasks under protection)',
    },
    { serviceEvent: 'DEPLOYMENT_BLOCKED' },
  ],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'likely' })),
  actions: evidence => {
    const [cluster, service] = [argument(evidence.cluster, 'cluster'), argument(evidence.service, 'service')];
    return [
      {
        title: 'Find the protected tasks, and when their protection expires.',
        commands: [
          aws(evidence, 'ecs list-tasks', '--cluster', cluster, '--service-name', service),
          aws(evidence, 'ecs get-task-protection', '--cluster', cluster, '--tasks <task-ids>'),
        ],
        prop: null,
      },
      {
        title: 'To stop waiting, remove the protection.',
        commands: [aws(evidence, 'ecs update-task-protection', '--cluster', cluster, '--tasks <task-ids> --no-protection-enabled')],
        prop: null,
      },
    ];
  },
};
