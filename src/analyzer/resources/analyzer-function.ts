import { join } from 'node:path';
import { Aws, PhysicalName, Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, EventSourceMapping, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { analyzerName } from './analyzer-alarms';
import { grantIncidents } from './incident-table';
import { TIMEOUT, type StopQueues } from './stop-queues';
import { SERVICE_PRINCIPALS } from '../../aws/service-principals';
import type { Severity } from '../../causes/catalogue';
import { inBatches } from '../../in-batches';
import { looksTwice } from '../access/looks-twice';
import { mayReadServices } from '../access/may-read-services';
import type { StopEvidence } from '../access/stop-evidence';
import { CANARY_EVENT } from '../protocol/canary-event';
import { DIAGNOSIS_EVENT, INCIDENT_EVENT } from '../protocol/diagnosis-event';
import { RULE_READS } from '../protocol/disabled-rules';
import { READS_TAGS, toEnvironment } from '../protocol/environment';
import { mutePath } from '../protocol/mute-action';
import { DELIVERY_ACTIONS, MUTE_READS, POLLING_ACTIONS } from '../protocol/permissions';
import { ASSUME_READER, readerRoleArn } from '../protocol/reader-role';

/** The handler and the AWS SDK in one file, made by `npm run bundle`. */
const BUNDLE = join(__dirname, '..', '..', '..', 'assets', 'analyzer', 'stop-analyzer');

/** A storm of stops takes two of the account's concurrent executions, and the rest of it waits in the queue. */
const CONCURRENCY = 2;

/** In MB. Beside the function, a thread has to fit in that explains an event alone, and that is ended when it takes too much. */
const MEMORY = 512;

interface AnalyzerFunctionProps {
  readonly queues: StopQueues;
  readonly topic: ITopic;
  readonly chatTopic: ITopic | undefined;
  readonly incidents: ITable;
  readonly messagesPerMinute: number;
  readonly notify: readonly Severity[];
  readonly redactPersonalData: boolean;
  /** Whether tags of services say which guardrails were allowed. */
  readonly acknowledgedInTags: boolean;
  readonly logGroup: LogGroup;
  readonly evidence: StopEvidence;
  readonly memberAccounts: readonly string[] | undefined;
}

/** The function, and the role that it has. */
interface AnalyzerFunction {
  readonly handler: LambdaFunction;
  readonly role: Role;
  /** Has the function read what the tags of services say; absent where it may not. */
  readonly readTags?: () => void;
}

/** The function that diagnoses the stops of the queue, and that may do just what that takes. */
export function defineFunction(scope: Construct, props: AnalyzerFunctionProps): AnalyzerFunction {
  const {
    queues, topic, chatTopic, incidents, messagesPerMinute,
    notify, redactPersonalData, acknowledgedInTags, logGroup, evidence, memberAccounts = [],
  } = props;
  const role = new Role(scope, 'Role', {
    description: 'Allows the stop analyzer to read its queue and deliver diagnoses',
    assumedBy: new ServicePrincipal(SERVICE_PRINCIPALS.lambda),
    // A reader role of another account, in the same app, can name it.
    ...memberAccounts.length > 0 && { roleName: PhysicalName.GENERATE_IF_NEEDED },
  });
  const handler = new LambdaFunction(scope, 'Function', {
    description: 'Diagnoses stopped tasks of Fargate services',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(BUNDLE),
    handler: 'index.handler',
    memorySize: MEMORY,
    timeout: TIMEOUT,
    environment: toEnvironment({
      analyzer: analyzerName(scope),
      queueArn: queues.queue.queueArn,
      queueUrl: queues.queue.queueUrl,
      topicArn: topic.topicArn,
      chatTopicArn: chatTopic?.topicArn,
      deadLetterQueueUrl: queues.deadLetterQueue.queueUrl,
      tableName: incidents.tableName,
      messagesPerMinute,
      notify,
      redactPersonalData,
      acknowledgedInTags,
      memberAccounts,
      evidence: evidence.sources,
    }),
    role,
    logGroup,
  });

  logGroup.grantWrite(role);
  grantIncidents(role, incidents);
  role.addToPolicy(new PolicyStatement({ actions: [...MUTE_READS], resources: [muteArn(scope)] }));
  if (looksTwice(evidence)) grantSecondLook(role, queues);
  if (memberAccounts.length > 0) grantReaderRoles(role, memberAccounts);
  grantDelivery(role, queues, [topic, ...chatTopic ? [chatTopic] : []]);
  const mapping = new EventSourceMapping(scope, 'Stops', {
    target: handler,
    eventSourceArn: queues.queue.queueArn,
    batchSize: 10,
    maxConcurrency: CONCURRENCY,
    reportBatchItemFailures: true,
  });
  // Lambda tries at once whether the role may read the queue, and fails the deployment when it may not yet.
  mapping.node.addDependency(role);
  return { handler, role, ...mayReadServices(evidence) && { readTags: () => handler.addEnvironment(...READS_TAGS) } };
}

/** Who may read a path may read what lies under it, and nothing else. */
const muteArn = (analyzer: Construct): string =>
  Stack.of(analyzer).formatArn({ service: 'ssm', resource: 'parameter', resourceName: mutePath(analyzerName(analyzer)).slice(1) });

const grantSecondLook = (role: Role, { queue }: StopQueues): boolean =>
  role.addToPolicy(new PolicyStatement({ actions: [...DELIVERY_ACTIONS.queue], resources: [queue.queueArn] }));

/** The inline policies of a role have 10,240 characters together, and a managed policy has 6,144; an ARN of a reader role has up to 80. */
const MOST_ACCOUNTS = { inline: 25, managed: 60 };

function grantReaderRoles(role: Role, memberAccounts: readonly string[]): void {
  const toAssume = (accounts: readonly string[]): PolicyStatement =>
    new PolicyStatement({ actions: [...ASSUME_READER], resources: accounts.map(account => readerRoleArn(account, Aws.PARTITION)) });
  role.addToPolicy(toAssume(memberAccounts.slice(0, MOST_ACCOUNTS.inline)));
  inBatches(memberAccounts.slice(MOST_ACCOUNTS.inline), MOST_ACCOUNTS.managed).forEach((accounts, index) =>
    new ManagedPolicy(role, `ReaderRoles${index}`, { roles: [role], statements: [toAssume(accounts)] }));
}

function grantDelivery(role: Role, { queue, deadLetterQueue }: StopQueues, topics: readonly ITopic[]): void {
  const eventBus = Stack.of(role).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' });
  role.addToPolicy(new PolicyStatement({ actions: [...POLLING_ACTIONS], resources: [queue.queueArn] }));
  const forDeadLetters = [...DELIVERY_ACTIONS.deadLetterQueue, ...DELIVERY_ACTIONS.deadLetters];
  role.addToPolicy(new PolicyStatement({ actions: forDeadLetters, resources: [deadLetterQueue.queueArn] }));
  role.addToPolicy(new PolicyStatement({ actions: [...DELIVERY_ACTIONS.topic], resources: topics.map(({ topicArn }) => topicArn) }));
  for (const { source, detailType } of [DIAGNOSIS_EVENT, INCIDENT_EVENT, CANARY_EVENT]) {
    role.addToPolicy(new PolicyStatement({
      actions: [...DELIVERY_ACTIONS.eventBus],
      resources: [eventBus],
      conditions: { StringEquals: { 'events:source': source, 'events:detail-type': detailType } },
    }));
  }
  role.addToPolicy(new PolicyStatement({ actions: [...RULE_READS], resources: ['*'] }));
  for (const { masterKey } of topics) masterKey?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
}
