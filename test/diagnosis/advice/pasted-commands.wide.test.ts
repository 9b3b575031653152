import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOSTILE } from './hostile-names';
import { commandsFor, named } from './named-evidence';
import { STAGE, wordsIn } from './words-in-shell';
import { diagnose } from '../../../src/diagnosis/diagnose';
import type { Evidence } from '../../../src/evidence/model/evidence';

/** The shells of this machine; bash is on every machine that builds the package, and the names of the tests say which others there were. */
const SHELLS = ['bash', 'sh', 'dash', 'zsh'].filter(shell => spawnSync(shell, ['-c', 'exit 0']).status === 0);

test('bash is among the shells that are tried', () => expect(SHELLS).toContain('bash'));

test.each(HOSTILE)(`in ${SHELLS.join(', ')}, no command of any signature lets the name %j out of its quotes`, hostile => {
  const commands = [...new Set(named(() => hostile).flatMap(commandsFor))];
  for (const shell of SHELLS) {
    const folder = mkdtempSync(join(tmpdir(), 'pasted-'));
    const words = wordsIn(shell, commands, folder);
    expect([shell, readdirSync(folder)]).toEqual([shell, []]);
    expect(words.filter(word => word.startsWith('aws'))).not.toHaveLength(0);
    expect(words.filter(word => /^(?:-o|--profile|file:|fileb:|http:\/\/169)/.test(word))).toEqual([]);
    expect(words.filter(word => /^Name=.*Name=b/.test(word))).toEqual([]);
  }
});

// In dash, `time` is no word of the shell.
test.each(SHELLS.filter(shell => ['bash', 'zsh'].includes(shell)))('every command of every signature is one that %s can read', shell => {
  const folder = mkdtempSync(join(tmpdir(), 'pasted-'));
  const commands = [...new Set(named(usual => usual).flatMap(commandsFor))];
  expect(commands.length).toBeGreaterThan(80);
  const script = `${STAGE}${commands.map(command => `${command.replace(/<[a-z][a-z0-9-]*>/g, 'FILLED')} || exit 9`).join('\n')}\n`;
  expect([shell, spawnSync(shell, ['-c', script], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 }).status]).toEqual([shell, 0]);
});

/** The command in whose answer a person reads each value that the evidence lacks. */
const SHOWN_BY: Readonly<Record<string, RegExp>> = {
  'alarm': /describe-services .*deploymentConfiguration.alarms/,
  'container': /describe-task-definition .*\[name,logConfiguration/,
  'entry-point': /describe-task-definition .*entryPoint/,
  'execution-role-arn': /describe-task-definition .*executionRoleArn/,
  'execution-role-name': /describe-task-definition .*executionRoleArn/,
  'file-system-id': /describe-task-definition .*efsVolumeConfiguration/,
  'health-check-command': /describe-task-definition .*healthCheck/,
  'health-check-path': /describe-target-groups/,
  'hook-id': /describe-service-deployments/,
  'image': /describe-task-definition .*image/,
  'key-id': /secretsmanager describe-secret/,
  'log-group': /describe-task-definition .*logConfiguration/,
  'network-interface-id': /describe-tasks .*attachments/,
  'port': /describe-services .*loadBalancers/,
  'registry': /describe-task-definition .*image/,
  'repository': /describe-task-definition .*image/,
  'role-name': /describe-task-definition .*executionRoleArn/,
  's3-uri': /describe-task-definition .*environmentFiles/,
  'secret-arn': /describe-task-definition .*secrets/,
  'service-deployment-arn': /list-service-deployments/,
  'stream-prefix': /describe-task-definition .*logConfiguration/,
  'subnet-id': /describe-tasks .*attachments/,
  'target-group': /describe-services .*vpcLatticeConfigurations/,
  'target-group-arn': /describe-services .*loadBalancers/,
  'task-ids': /list-tasks/,
  'task-ip': /describe-tasks .*attachments/,
  'task-role-arn': /describe-task-definition .*taskRoleArn/,
  'task-role-name': /describe-task-definition .*taskRoleArn/,
};

/** Only the person knows under which name the application is called. */
const KNOWN_TO_NOBODY = 'host-name';

test('where the task and its service are known, a command before it shows the value of every placeholder', () => {
  for (const { taskDefinition: _, targetGroup: __, ...evidence } of named(usual => usual)) {
    const shown: string[] = [];
    for (const { commands } of diagnose({ ...evidence, task: { ...evidence.task, attachments: [] } }).actions) {
      for (const command of commands) {
        for (const [, name] of command.matchAll(/<([a-z][a-z0-9-]*)>/g)) {
          if (name !== KNOWN_TO_NOBODY && !shown.some(earlier => SHOWN_BY[name]?.test(earlier))) throw new Error(`nothing shows ${name} of: ${command}`);
        }
        shown.push(command);
      }
    }
    expect(shown).not.toEqual([]);
  }
});

test('a task without a service gets no command for one', () => {
  for (const evidence of named(usual => usual)) {
    const standalone: Evidence = { ...evidence, service: undefined, task: { ...evidence.task, group: 'family:checkout' } };
    expect(diagnose(standalone).actions.flatMap(({ commands }) => commands).filter(command => /describe-services|--service(?:s|-name)? |Name=ServiceName/.test(command))).toEqual([]);
  }
});

test('a command for the network finds the VPC by the subnet', () => {
  const commands = named(usual => usual).flatMap(commandsFor);
  expect(commands.join('\n')).not.toContain('<vpc-id>');
  expect(commands).toContain("aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=\"$(aws ec2 describe-subnets --subnet-ids subnet-0a --query 'Subnets[0].VpcId' "
    + "--output text --region eu-west-1)\" --query 'VpcEndpoints[].{ServiceName:ServiceName,State:State,PrivateDnsEnabled:PrivateDnsEnabled,Groups:Groups[].GroupId}' --region eu-west-1");
});
