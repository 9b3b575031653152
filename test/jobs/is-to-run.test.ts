import { isToRun, type JobRequest } from '../../src/jobs/is-to-run';

const revision = (number: number, family = 'ShopMigration') => `arn:aws:ecs:eu-central-1:111122223333:task-definition/${family}:${number}`;

const request = (RequestType: JobRequest['RequestType'], now: string, before?: string): JobRequest => ({
  RequestType,
  ResourceProperties: { Cluster: 'c', TaskDefinition: now, Subnets: [], SecurityGroups: [], Container: 'app', LogGroup: 'l', TimeoutSeconds: '60' },
  OldResourceProperties: before === undefined ? undefined : { TaskDefinition: before },
});

test.each([
  ['runs in the first deployment', request('Create', revision(1)), true],
  ['runs for a new revision', request('Update', revision(8), revision(7)), true],
  ['runs for the tenth after the ninth revision', request('Update', revision(10), revision(9)), true],
  ['does not run again for the same revision, whatever else has changed', request('Update', revision(7), revision(7)), false],
  ['does not run when a stack goes back', request('Update', revision(7), revision(8)), false],
  ['does not run when a stack is deleted', request('Delete', revision(7)), false],
  ['runs when the family was renamed', request('Update', revision(1, 'Renamed'), revision(7)), true],
])('a job %s', (_, asked, runs) => {
  expect(isToRun(asked)).toBe(runs);
});
