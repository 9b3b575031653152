import { readDocuments } from '../../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../../src/diagnosis/diagnose';

const causeOf = (text: string): string =>
  readDocuments('a text', text, { verdictOn: stop => diagnose(stop) }).evidence.map(evidence => diagnose(evidence).cause).join();

describe('deploy/request-rejected', () => {
  test.each([
    'An error occurred (ClusterNotFoundException) when calling the CreateService operation: Cluster not found.',
    'An error occurred (InvalidParameterException) when calling the CreateService operation: Creation of service was not idempotent.',
    'An error occurred (InvalidParameterException) when calling the RunTask operation: subnets can not be empty.',
    'Resource handler returned message: "Invalid request provided: CreateService error: The security group \'sg-1\' does not exist"',
    'Error: creating ECS Service (web): operation error ECS: CreateService, https response error StatusCode: 400, RequestID: 1, '
    + 'InvalidParameterException: Unable to Start a service that is still Draining.',
  ])('is the cause of %s', text => expect(causeOf(text)).toBe('deploy/request-rejected'));

  test.each([
    ['a task that does not fit', 'An error occurred (InvalidParameterException) when calling the CreateService operation: Network Configuration must be provided when networkMode \'awsvpc\' is specified.', 'capacity/configuration'],
    ['a role that cannot be passed', 'An error occurred (AccessDeniedException) when calling the RunTask operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/exec', 'init/role-assume'],
    ['a service that is not stable', 'Resource handler returned message: "Exceeded attempts to wait" (RequestToken: 1, HandlerErrorCode: NotStabilized)', 'deploy/stack-failed'],
    ['too many calls', 'An error occurred (ThrottlingException) when calling the RunTask operation: Rate exceeded', 'deploy/throttled'],
    ['a command for a task that runs', "An error occurred (InvalidParameterException) when calling the ExecuteCommand operation: The execute command failed because execute command was not enabled when the task was run or the execute command agent isn't running.", 'exec/not-connected'],
  ])('is not the cause of %s', (_, text, cause) => expect(causeOf(text)).toBe(cause));
});
