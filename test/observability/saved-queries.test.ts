import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { SavedQueries } from '../../src/observability/saved-queries';

const queriesOf = (withSessions: boolean): readonly Readonly<Record<string, unknown>>[] => {
  const stack = new Stack(new App(), 'Shop');
  const sessionLogGroup = withSessions ? LogGroup.fromLogGroupName(stack, 'SessionLog', '/exec') : undefined;
  new SavedQueries(stack, 'Queries', { logGroups: [LogGroup.fromLogGroupName(stack, 'Log', '/ecs/web')], sessionLogGroup });
  return Object.values(Template.fromStack(stack).findResources('AWS::Logs::QueryDefinition')).map(({ Properties }) => Properties);
};

test('requests, tasks, errors and sessions can be searched for by queries that lie in a folder of their own', () => {
  const columns = 'fields @timestamp, @logStream, @message\n';
  expect(queriesOf(true)).toEqual([
    {
      Name: 'Shop/Queries/One request, by its request or trace id',
      LogGroupNames: ['/ecs/web'],
      QueryString: `${columns}| filter @message like "put the id here"\n| sort @timestamp asc\n| limit 1000`,
    },
    {
      Name: 'Shop/Queries/Errors of one task, by its id',
      LogGroupNames: ['/ecs/web'],
      QueryString: expect.stringMatching(/^fields @timestamp, @logStream, @message\n\| filter @logStream like "put the id of the task here"\n\| filter @message like \/\(\?i\).*\/\n\| sort @timestamp asc\n\| limit 1000$/),
    },
    {
      Name: 'Shop/Queries/Errors, the latest first',
      LogGroupNames: ['/ecs/web'],
      QueryString: expect.stringMatching(/^fields @timestamp, @logStream, @message\n\| filter @message like \/\(\?i\).*\/\n\| sort @timestamp desc\n\| limit 200$/),
    },
    { Name: 'Shop/Queries/Sessions of ECS Exec', LogGroupNames: ['/exec'], QueryString: `${columns}| sort @timestamp desc\n| limit 1000` },
  ]);
});

test('without a record of sessions there is no query for them', () => expect(queriesOf(false)).toHaveLength(3));

test.each([
  ['2026-11-27 ERROR could not connect', true],
  ['java.lang.OutOfMemoryError: Java heap space', true],
  ['Traceback (most recent call last):', true],
  ['connect ECONNREFUSED: connection refused', true],
  ['request timed out after 3000 ms', true],
  ['GET /terrors/12 200', false],
  ['listening on 8080', false],
])('the query for errors finds %j: %s', (line, isFound) => {
  const [, , { QueryString }] = queriesOf(false);
  const [, pattern = ''] = /like \/\(\?i\)(.*)\/\n/.exec(String(QueryString)) ?? [];
  expect(new RegExp(pattern, 'i').test(line)).toBe(isFound);
});
