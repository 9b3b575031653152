import { definition, lines, service, TARGET_GROUP } from './a-stop';
import type { Reading } from '../../fake-aws/aws-endpoint';

const STEADY = 'arn:aws:ecs:eu-west-1:111122223333:service-revision/prod/web/1';

/** An account in which the service web runs, as it answers on the wire. */
export const ACCOUNT: Readonly<Record<string, Reading>> = {
  'ecs:DescribeTaskDefinition': ({ taskDefinition }) => definition(Number(String(taskDefinition).split(':')[1])),
  'ecs:ListServiceDeployments': { serviceDeployments: [{ targetServiceRevisionArn: STEADY, status: 'SUCCESSFUL', finishedAt: 1793500000 }] },
  'ecs:DescribeServiceRevisions': { serviceRevisions: [{ serviceRevisionArn: STEADY, taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7' }] },
  'ecs:DescribeServiceDeployments': { serviceDeployments: [] },
  'ecs:DescribeServices': service(),
  'ecs:ListTasks': { taskArns: [] },
  'logs:GetLogEvents': lines('starting', 'Error: connect ECONNREFUSED 10.0.3.17:5432'),
  'elasticloadbalancing:DescribeTargetGroups': { TargetGroups: [{ TargetGroupArn: TARGET_GROUP, Port: 8080, HealthCheckPath: '/health', Matcher: { HttpCode: '200' } }] },
  'elasticloadbalancing:DescribeTargetHealth': {
    TargetHealthDescriptions: [{
      Target: { Id: '10.0.1.9', Port: 8080 },
      TargetHealth: { State: 'unhealthy', Reason: 'Target.ResponseCodeMismatch', Description: 'Health checks failed with these codes: [404]' },
    }],
  },
};
