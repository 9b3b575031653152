import { evidenceOf } from './evidence-of';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { StoppedTask } from '../../src/evidence/model/evidence';
import { isEvidence, readEvidence } from '../../src/evidence/read/read-evidence';
import { readPlainText } from '../../src/evidence/text/read-plain-text';

const ofLog = (logTail: readonly string[], task?: Partial<StoppedTask>) => diagnose(evidenceOf({ logTail, ...task && { task } }));

const ofText = (text: string) =>
  (readPlainText(text, isEvidence)?.values ?? []).flatMap(value => readEvidence(value)).map(evidence => diagnose(evidence));

test.each([
  'error: unrecognized arguments: serve --port 8080',
  'flag provided but not defined: -listen-addr',
  'Error: unknown flag: --metrics-port',
  'Error: unknown shorthand flag: \'x\' in -x',
  'Unrecognized option: -XX+UseG1GC',
  'error: unexpected argument \'--workers\' found',
  'error: unknown option \'--prod\'',
  'node: bad option: --max-old-space',
  'php: unrecognized option \'--daemon\'',
  'Error: No such option: --reload-dir',
])('a program that does not know an argument has a wrong command: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'app/bad-config', confidence: 'likely' });
});

test.each([
  '/bin/sh: 1: pidof: not found',
  'bash: line 1: netstat: command not found',
  'OCI runtime exec failed: exec failed: unable to start container process: exec: "lsof": executable file not found in $PATH: unknown',
])('a program that only looks at others belongs to a health check: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'health/container-command', confidence: 'likely' });
});

test('what a container lacks that had started, and whose check failed, is a program of the check', () => {
  const line = '/bin/sh: 1: /opt/app/healthy.sh: not found';
  expect(ofLog([line], { stoppedReason: 'Task failed container health checks' }).cause).toBe('health/container-command');
  expect(ofLog([line], { stoppedReason: 'Essential container in task exited' }).cause).toBe('start/command-not-found');
});

test.each([
  'CannotStartContainerError: Error response from daemon: container 1a2b encountered an error during hcsshim::System::Start: failure in a '
  + 'Windows system call: The container operating system does not match the host operating system. (0xc0370101)',
  'CannotStartContainerError: hcs::CreateComputeSystem 1a2b: The container operating system does not match the host operating system.',
])('an image for another version of Windows does not fit the platform: %s', reason => {
  expect(ofLog([], { containers: [{ name: 'app', reason }] })).toMatchObject({ cause: 'pull/platform-mismatch', confidence: 'likely' });
});

test.each([
  'System.DllNotFoundException: Unable to load shared library \'libgdiplus\' or one of its dependencies. In order to help diagnose '
  + 'loading problems, consider setting the LD_DEBUG environment variable: liblibgdiplus: cannot open shared object file: No such file',
  'PrismaClientInitializationError: Prisma Client could not locate the Query Engine for runtime "linux-musl".',
  'prisma:warn Prisma failed to detect the libssl/openssl version to use, and may not work as expected.',
])('a library that the loader does not find is no missing setting: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'app/missing-module' });
});

test.each([
  'Caused by: com.amazonaws.SdkClientException: Unable to retrieve the requested metadata (/latest/dynamic/instance-identity/document).',
  'software.amazon.awssdk.core.exception.SdkClientException: Unable to load region from any of the providers in the chain '
  + 'software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain@33f2e675',
])('a Region that an SDK looks for in vain is a missing setting: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'app/missing-config', confidence: 'likely' });
});

test.each([
  'Kernel pid terminated (application_controller) ({application_start_failure,shop,{bad_return,{{\'Elixir.Shop.Application\',start,[normal,[]]}}}})',
  'Crash dump is being written to: erl_crash.dump...done',
  'Slogan: init terminating in do_boot ({undef,[{\'Elixir.Shop.Release\',migrate,[],[]}]})',
])('the crash of an Erlang machine is read as a log: %s', line => {
  expect(ofText(`The release does not start.\n\n${line}\n`).map(({ cause }) => cause)).toEqual(['exit/application-error']);
});

test('a stopped task that somebody quotes out of the progress of Copilot is whole again', () => {
  const [{ cause, confidence }] = ofText([
    'Error:',
    '',
    '      - [0123abcd]: ResourceInitializationError: unable to pull secrets or reg',
    '        istry auth: execution resource retrieval failed: unable to retrieve se',
    '        crets from ssm: service call has been retried 1 time(s): AccessDeniedE',
    '        xception: User: arn:aws:sts::111122223333:assumed-role/web-ExecutionRo',
    '        le/0123abcd is not authorized to perform: ssm:GetParameters on resourc',
    '        e: arn:aws:ssm:eu-west-1:111122223333:parameter/web/KEY because no ide',
    '        ntity-based policy allows the ssm:GetParameters action status code: 40',
    '        0, request id: 1',
  ].join('\n'));
  expect([cause, confidence === 'possible']).toEqual(['init/secret-permission', false]);
});
