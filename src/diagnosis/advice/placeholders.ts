import { argument, aws, describeService, describeTask, describeTaskDefinition, findLogs, listStoppedTasks } from './commands';
import { listServiceDeployments } from './deployment-commands';
import { fileSystemOf, imageOf, imagePartsOf, logGroupOf, roleOf, secretOf, subnetOf, targetGroupOf } from './named-resources';
import { fields } from './query';
import { listServicesOfStack } from './stack-commands';
import { shortName } from '../../aws/arn';
import type { Evidence } from '../../evidence/model/evidence';
import type { Action } from '../model/diagnosis';

/** What stands for a value in a command, such as `<subnet-id>`: where the evidence has the value, and which command shows it. */
interface Placeholder {
  /** The value as a shell reads it. */
  readonly known?: (evidence: Evidence) => string | undefined;
  readonly shownBy?: (evidence: Evidence) => string | undefined;
}

const inDefinition = (query: string) => (evidence: Evidence): string =>
  `${describeTaskDefinition(evidence)} --query 'taskDefinition.${query}'`;
const inAttachments = (evidence: Evidence): string => `${describeTask(evidence)} --query 'tasks[].attachments[].details[]'`;
const inService = (query: string) => (evidence: Evidence): string => `${describeService(evidence)} --query 'services[].${query}'`;

const vpcOfSubnet = (evidence: Evidence): string =>
  aws(evidence, 'ec2 describe-subnets --subnet-ids', argument(subnetOf(evidence), 'subnet-id'), "--query 'Subnets[0].VpcId' --output text");

const roles = inDefinition(fields('executionRoleArn', 'taskRoleArn'));
const image = inDefinition(`containerDefinitions[].${fields('name', 'image')}`);
const program = inDefinition(`containerDefinitions[].${fields('name', 'entryPoint', 'command', 'healthCheck')}`);
const secrets = inDefinition('containerDefinitions[].secrets[]');

const quoted = (value: string | undefined): string | undefined => value === undefined ? undefined : plain(argument(value, ''));
const plain = (word: string): string | undefined => word === '<>' ? undefined : word;

/** The ARN of a role whose name is known asks IAM for it, because the name leaves out the path. */
const arnOfRole = (arn: string | undefined, evidence: Evidence): string | undefined => {
  const name = roleOf(evidence);
  if (arn !== undefined || name === undefined) return quoted(arn);
  return `"$(aws iam get-role --role-name ${argument(name, 'role-name')} --query Role.Arn --output text)"`;
};

/** The task definition of the service, which the command itself asks for. */
function definitionOfService(evidence: Evidence): string | undefined {
  const command = `${describeService(evidence)} --query 'services[0].taskDefinition' --output text`;
  return namesIn(command).length > 0 ? undefined : `"$(${command})"`;
}

const nameOf = (arn: string | undefined): string | undefined => arn === undefined ? undefined : quoted(shortName(arn));

const PLACEHOLDERS: Readonly<Record<string, Placeholder>> = {
  'cluster': { shownBy: listServicesOfStack },
  'container': { shownBy: findLogs },
  'entry-point': { shownBy: program },
  'execution-role-arn': { known: evidence => arnOfRole(evidence.taskDefinition?.executionRoleArn, evidence), shownBy: roles },
  'execution-role-name': { known: ({ taskDefinition }) => nameOf(taskDefinition?.executionRoleArn), shownBy: roles },
  'file-system-id': { known: evidence => quoted(fileSystemOf(evidence)), shownBy: inDefinition('volumes[].efsVolumeConfiguration') },
  'health-check-command': { shownBy: program },
  'health-check-path': {
    shownBy: evidence => aws(evidence, 'elbv2 describe-target-groups --target-group-arns',
      argument(targetGroupOf(evidence), 'target-group-arn'),
      `--query 'TargetGroups[].${fields('HealthCheckProtocol', 'HealthCheckPort', 'HealthCheckPath')}'`),
  },
  'image': { known: evidence => quoted(imageOf(evidence)), shownBy: image },
  'log-group': { known: evidence => quoted(logGroupOf(evidence)), shownBy: findLogs },
  'network-interface-id': { shownBy: inAttachments },
  'port': { shownBy: inService('loadBalancers') },
  'registry': { known: evidence => quoted(imagePartsOf(evidence)?.registry), shownBy: image },
  'role-name': { shownBy: roles },
  's3-uri': { shownBy: inDefinition('containerDefinitions[].environmentFiles') },
  'secret-arn': { known: evidence => quoted(secretOf(evidence)), shownBy: secrets },
  'service': { shownBy: listServicesOfStack },
  'service-deployment-arn': { shownBy: listServiceDeployments },
  'stream-prefix': { shownBy: findLogs },
  'subnet-id': { known: evidence => quoted(subnetOf(evidence)), shownBy: inAttachments },
  'target-group-arn': { known: evidence => quoted(targetGroupOf(evidence)), shownBy: inService('loadBalancers[].targetGroupArn') },
  'task-definition': { known: definitionOfService, shownBy: inService('taskDefinition') },
  'task-id': { shownBy: listStoppedTasks },
  'task-ip': { shownBy: inAttachments },
  'task-role-arn': { known: evidence => arnOfRole(evidence.taskDefinition?.taskRoleArn, evidence), shownBy: roles },
  'task-role-name': { known: ({ taskDefinition }) => nameOf(taskDefinition?.taskRoleArn), shownBy: roles },
  'vpc-id': {
    known: evidence => quoted(evidence.named?.vpc) ?? `"$(${vpcOfSubnet(evidence)})"`,
  },
};

const PLACEHOLDER = /<([a-z][a-z0-9-]*)>/g;

/**
 * The actions with a value for every placeholder that the evidence can fill; a command that shows what is still open
 * comes before the command that needs it.
 */
export function withPlaceholdersFilled(actions: readonly Action[], evidence: Evidence): readonly Action[] {
  const printed = new Set<string>();
  return actions.map(action => {
    const commands = action.commands.flatMap(given => {
      const command = filled(given, evidence);
      const before = [...new Set(sourcesOf(command, evidence))].filter(source => source !== command && !printed.has(source));
      for (const one of [...before, command]) printed.add(one);
      return [...before, command];
    });
    return { ...action, commands };
  });
}

/** The text with what the evidence knows; a value may hold a placeholder of its own. */
export const filled = (command: string, evidence: Evidence): string => fillOnce(fillOnce(command, evidence), evidence);

const fillOnce = (command: string, evidence: Evidence): string =>
  command.replace(PLACEHOLDER, (whole, name: string) => PLACEHOLDERS[name]?.known?.(evidence) ?? whole);

/** The commands that show the open values of a command, each after those that it needs itself; none where one cannot be run. */
const sourcesOf = (command: string, evidence: Evidence): readonly string[] =>
  namesIn(command).flatMap(name => wayTo(name, evidence) ?? []);

function wayTo(name: string, evidence: Evidence): readonly string[] | undefined {
  const source = PLACEHOLDERS[name]?.shownBy?.(evidence);
  if (source === undefined) return undefined;
  const before = namesIn(source).map(inner => wayTo(inner, evidence));
  return before.every(way => way !== undefined) ? [...before.flat(), source] : undefined;
}

const namesIn = (command: string): readonly string[] => [...command.matchAll(PLACEHOLDER)].map(([, name]) => name);
