import type { Content, Form } from './form';
import { isObject, type JsonObject, objects, text } from '../../model/json-fields';

/** What an answer of the AWS API tells that is no stop, by a field that only such an answer has. */
const TELLS: Readonly<Record<string, string>> = {
  accessPoints: 'the access points of a file system',
  alarmHistoryItems: 'the history of an alarm',
  alarmNames: 'the alarms of a deployment',
  attachedPolicies: 'the managed policies of a role',
  automationExecutionId: 'the start of a runbook; read its result with aws ssm get-automation-execution',
  capacityProviderStrategy: 'the settings of a service',
  containerDefinitions: 'a task definition',
  cpuArchitecture: 'the platform of a task definition',
  datapoints: 'a metric',
  containerPort: 'the load balancers of a service',
  dependsOn: 'containers of a task definition',
  deploymentConfiguration: 'the settings of a service',
  details: 'the attachments of a task',
  destinationCidrBlock: 'the routes of a subnet',
  destinationPrefixListId: 'the routes of a subnet',
  enableDnsHostnames: 'a setting of a VPC',
  enableDnsSupport: 'a setting of a VPC',
  entryPoint: 'containers of a task definition',
  environment: 'containers of a task definition',
  essential: 'containers of a task definition',
  evalDecision: 'what IAM allows a role',
  evaluationResults: 'what IAM allows a role',
  executionRoleArn: 'the roles of a task definition',
  fileSystemId: 'a file system',
  healthCheck: 'containers of a task definition',
  healthCheckPath: 'the health check of a target group',
  hookTargetArn: 'the lifecycle hooks of a service',
  imageDetails: 'the images of a repository',
  imageDigest: 'the images of a repository',
  imageTags: 'the images of a repository',
  ipPermissions: 'security groups',
  items: 'the targets of a VPC Lattice target group',
  lifeCycleState: 'the mount targets of a file system',
  logGroups: 'log groups',
  mountPoints: 'containers of a task definition',
  mountTargets: 'the mount targets of a file system',
  namespace: 'the Service Connect configuration of a service',
  networkInterfaces: 'network interfaces',
  operatingSystemFamily: 'the platform of a task definition',
  options: 'the log configuration of a container',
  parameters: 'parameters of Systems Manager',
  permissionsBoundaryArn: 'the permissions boundary of a role',
  policies: 'policies of an organization',
  policyDocument: 'the policy of a VPC endpoint',
  policyNames: 'the inline policies of a role',
  policyText: 'the policy of a repository',
  portName: 'the VPC Lattice configuration of a service',
  portMappings: 'containers of a task definition',
  privateDnsEnabled: 'VPC endpoints',
  protectedTasks: 'the scale-in protection of tasks',
  publicIp: 'network interfaces',
  quotaCode: 'quotas of an account',
  quotas: 'quotas of an account',
  readonlyRootFilesystem: 'containers of a task definition',
  registryArn: 'the service registries of a service',
  requiresCompatibilities: 'a task definition',
  role: 'a role',
  routeTables: 'the routes of a subnet',
  routes: 'the routes of a subnet',
  scalingActivities: 'the scaling activities of a service',
  secretList: 'secrets',
  securityGroups: 'security groups',
  services: 'services of AWS Cloud Map',
  sizeInGiB: 'the ephemeral storage of a task',
  statement: 'a policy',
  subnets: 'a subnet',
  targetGroups: 'a target group',
  targetType: 'the health check of a target group',
  taskArns: 'the ARNs of tasks; describe one of them with aws ecs describe-tasks',
  taskDefinitionArn: 'a task definition',
  taskRoleArn: 'the roles of a task definition',
  valueFrom: 'the secrets of a container',
  versionIdsToStages: 'a secret',
  volumes: 'a task definition',
  vpcEndpoints: 'VPC endpoints',
};

/** Fields that mean the same only where nothing else stands beside them. */
const TELL_TOGETHER: readonly (readonly [fields: readonly string[], words: string])[] = [
  [['policy'], 'a policy'],
  [['policyName', 'policy'], 'a policy'],
  [['fileSystemId', 'policy'], 'the policy of a file system'],
  [['aRN', 'name'], 'a secret'],
  [['name', 'value'], 'details of an attachment'],
  [['value', 'type'], 'the environment files of a container'],
  [['name', 'image'], 'containers of a task definition'],
  [['name', 'user'], 'containers of a task definition'],
  [['subnetId', 'availabilityZone', 'cidrBlock', 'availableIpAddressCount'], 'a subnet'],
  [['serviceDeploymentArn'], 'the ARN of a deployment; read its state with aws ecs describe-service-deployments'],
];

/** The answer of a command that shows what surrounds a stop. */
export const surroundings: Form = {
  name: 'an answer about the surroundings of a stop',
  recognizes: value =>
    'privateDnsEnabled' in value || 'vpcEndpointId' in value
    || !SAYS_MORE.some(field => field in value) && whatItTells(value) !== undefined,
  read: value => ({ noted: [whatItTells(value) ?? ''] }),
};

/** Fields of what stops, which another form reads. */
const SAYS_MORE = [
  'containers', 'deployment', 'detail', 'detailType', 'event', 'events', 'exitCode', 'lastStatus', 'logTail', 'rolloutState', 'service',
  'serviceArn', 'serviceEvents', 'serviceName', 'stopCode', 'stoppedReason', 'targetHealthDescriptions', 'task', 'tasks',
];

const whatItTells = (value: JsonObject): string | undefined => byOneField(value) ?? byAllFields(value);

function byOneField(value: JsonObject): string | undefined {
  const field = Object.keys(value).find(name => Object.hasOwn(TELLS, name));
  return field === undefined ? undefined : TELLS[field];
}

function byAllFields(value: JsonObject): string | undefined {
  const names = Object.keys(value).sort().join();
  return TELL_TOGETHER.find(([fields]) => [...fields].sort().join() === names)?.[1];
}

/** What lookup-events of CloudTrail answers: who called what. */
export const trail: Form = {
  name: 'a lookup-events answer',
  recognizes: ({ events }) => objects(events).some(event => 'eventName' in event && 'cloudTrailEvent' in event),
  read: ({ events }) => ({ noted: objects(events).slice(0, MOST_CALLS).map(inWords) }),
};

const MOST_CALLS = 3;

const inWords = ({ eventName, username, eventTime }: JsonObject): string =>
  [`${String(eventName)} was called`, text(username) && `by ${String(username)}`, text(eventTime) && `at ${String(eventTime)}`]
    .filter(Boolean).join(' ');

/** What describe-events of AWS Health answers. */
export const healthEvents: Form = {
  name: 'a describe-events answer',
  recognizes: ({ events }) => objects(events).some(event => 'eventTypeCode' in event),
  read: ({ events }) => ({
    noted: objects(events).slice(0, MOST_CALLS)
      .map(({ eventTypeCode, statusCode }) => `AWS Health reports ${String(eventTypeCode)} (${String(statusCode)})`),
  }),
};

/** Values without their names, as a query gives them: ARNs, ids, numbers and policies, but no words of a person or a program. */
export function valuesAlone(list: readonly unknown[]): Partial<Content> | undefined {
  const leaves = list.flat(3);
  if (leaves.some(isObject)) return undefined;
  if (leaves.length === 0) return { noted: ['an empty answer: nothing of the kind is set'] };
  return leaves.every(isMachineWord) ? { noted: ['values without their names'] } : undefined;
}

const isMachineWord = (leaf: unknown): boolean => typeof leaf === 'number' || typeof leaf === 'boolean' || leaf === null
  || typeof leaf === 'string' && MACHINE_WORD.test(leaf);

const MACHINE_WORD = /^(?:arn:\S+|s3:\/\/\S+|[a-z]{1,12}-[0-9a-f]{8,17}|\d{12}|\{"\w[^\n]*\})$/;
