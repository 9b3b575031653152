import { type CfnResource, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { addEndpoint, endpointVpc, natVpc } from '../corpus/parts/network';
import { releasedImage } from '../corpus/parts/task';
import { closed, within } from '../networks-to-break';
import { PlainService } from '../plain-service';
import { type Declare, judgedTogether, override } from '../ways-to-break';

/** The good service in a closed network, whose task role is given something. */
const granted = (grant: (service: PlainService, vpc: ec2.Vpc) => void): Declare => within(closed(), (scope, vpc) =>
  grant(new PlainService(scope, 'Plain', { vpc, container: { image: releasedImage(scope) } }), vpc as ec2.Vpc));

const toQueue = ({ node, task }: PlainService): void =>
  void new sqs.Queue(node.scope as Stack, 'Queue').grantSendMessages(task.taskRole);

const toTable = ({ node, task }: PlainService): void =>
  void new dynamodb.TableV2(node.scope as Stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } })
    .grantReadData(task.taskRole);

const statement = (props: iam.PolicyStatementProps) => ({ task }: PlainService): void =>
  task.addToTaskRolePolicy(new iam.PolicyStatement({ resources: ['*'], ...props }));

describe('network-reaches-granted', () => {
  const found = judgedTogether({
    Queue: granted(toQueue),
    Table: granted(toTable),
    ByStatement: granted(statement({ actions: ['states:StartExecution'] })),
    ByOverride: granted((service, vpc) => {
      toQueue(service);
      override(addEndpoint(vpc, 'sqs').node.defaultChild as CfnResource, 'ServiceName', 'com.amazonaws.eu-west-1.kinesis-streams');
    }),
    QueueThroughEndpoint: granted((service, vpc) => {
      toQueue(service);
      addEndpoint(vpc, 'sqs');
    }),
    TableThroughGateway: granted((service, vpc) => {
      toTable(service);
      vpc.addGatewayEndpoint('dynamodb', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB });
    }),
    QueueThroughNat: within(natVpc, (scope, vpc) => toQueue(new PlainService(scope, 'Plain', { vpc }))),
    DecryptsWithKey: granted(({ node, task }) => void new kms.Key(node.scope as Stack, 'DataKey').grantDecrypt(task.taskRole)),
    Denied: granted(statement({ effect: iam.Effect.DENY, actions: ['sqs:*'] })),
    Everything: granted(statement({ notActions: ['iam:*'] })),
    NoStart: within(endpointVpc, (scope, vpc) =>
      toQueue(new PlainService(scope, 'Plain', { vpc, container: { image: releasedImage(scope) } }))),
  });

  test.each(['Queue', 'Table', 'ByStatement', 'ByOverride'])('is reported for %s', stack => {
    expect(found(stack)).toEqual(['network-reaches-granted']);
  });

  test.each(['QueueThroughEndpoint', 'TableThroughGateway', 'QueueThroughNat', 'DecryptsWithKey', 'Denied', 'Everything'])('is not reported for %s', stack => {
    expect(found(stack)).not.toContain('network-reaches-granted');
  });

  test('is reported where no task starts, too, so that all missing endpoints are added at once', () => {
    expect(found('NoStart')).toContain('network-reaches-secrets');
    expect(found('NoStart')).toContain('network-reaches-granted');
  });
});
