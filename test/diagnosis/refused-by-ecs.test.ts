import { evidenceOf } from './evidence-of';
import { diagnose } from '../../src/diagnosis/diagnose';

const ofLog = (...logTail: readonly string[]) => diagnose(evidenceOf({ logTail }));

test.each([
  'operation error ECS: CreateService, https response error StatusCode: 400, RequestID: 1, InvalidParameterException: '
  + 'Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
  'Service creation failed: Unable to assume the service-linked role',
  'software.amazon.awssdk.services.ecs.model.InvalidParameterException: Unable to assume the service linked role. '
  + 'Please verify that the ECS service linked role exists. (Service: Ecs, Status Code: 400)',
])('a tool that prints what ECS says of its own role is believed: %s', line => {
  expect(ofLog(line)).toMatchObject({ cause: 'init/service-linked-role', confidence: 'likely' });
});

test.each([
  'Unable to run task: One or more of the requested capabilities are not supported.',
  'PlatformTaskDefinitionIncompatibilityException: One or more of the requested compatibilities are not supported.',
  'error: No Fargate configuration exists for given values: 1024 CPU, 1024 memory.',
  'operation error ECS: RegisterTaskDefinition, https response error StatusCode: 400, RequestID: 1, ClientException: '
  + 'The maximum number of containers is 10',
  'An error occurred (ClientException) when calling the RegisterTaskDefinition operation: Container.image contains invalid characters.',
  'Error: creating ECS Task Definition (app): ClientException: Cannot depend on container + \'init\' because it does not exist',
])('a task definition that ECS refuses is one that does not fit: %s', line => {
  expect(ofLog(line)).toMatchObject({ cause: 'capacity/configuration', confidence: 'likely' });
});

test.each([
  'An error occurred (ClientException) when calling the RegisterTaskDefinition operation: Too many concurrent attempts to create '
  + 'a new revision of the specified family.',
  'An error occurred (ClientException) when calling the RegisterTaskDefinition operation: User is not authorized to perform: iam:PassRole',
])('a refusal that is not about the task definition says nothing against it: %s', line => {
  expect(ofLog(line).clues.map(({ says }) => says)).not.toContain('ECS rejected the task definition');
});

test.each([
  'botocore.errorfactory.InvalidParameterException: An error occurred (InvalidParameterException) when calling the CreateService operation: '
  + 'The target group with targetGroupArn arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/fargate-web/5a67 '
  + 'does not have an associated load balancer.',
  'InvalidParameterException: Unable to update network parameters on services with a EXTERNAL deployment controller. Use CodeDeploy.',
  'Invalid request provided: CreateService error: Error retrieving security group information for [sg-1]: '
  + "The security group 'sg-1' does not exist (ErrorCode: InvalidGroup.NotFound)",
  'web-prod-alb already exists in stack arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1a2b',
])('a request that ECS refuses for what stands around the task is a rejected request: %s', line => {
  const { cause, confidence, clues: [{ says }] } = ofLog(line);
  expect([cause, confidence]).toEqual(['deploy/request-rejected', 'likely']);
  expect(says).toBe('the request itself was rejected, and the message names what does not fit');
});

test('a service whose security groups cannot be read because of too many calls is no wrong request', () => {
  const { clues } = ofLog('An error occurred (InvalidParameterException) when calling the RunTask operation: Error retrieving security group '
    + 'information for [sg-1]: Request limit exceeded. (ErrorCode: RequestLimitExceeded)');
  expect(clues.map(({ says }) => says)).not.toContain('the request itself was rejected, and the message names what does not fit');
});
