import { CloudWatchClient, GetDashboardCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTaskDefinitionCommand, ECSClient, RunTaskCommand, StopTaskCommand } from '@aws-sdk/client-ecs';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Cdk } from './cdk';
import { MiniStack } from './ministack';
import { CREDENTIALS, REGION } from './run-against';

/** What a subscriber of the topic for programs reads. */
export interface Told {
  readonly cause: string;
  readonly taskArn: string;
  readonly clues: readonly { readonly source: string; readonly quote: string }[];
  readonly incident: { readonly id: string; readonly status: string; readonly notification: string };
}

/** The body of a dashboard with a custom widget. */
interface Dashboard {
  readonly widgets: readonly [{ readonly properties: { readonly endpoint: string } }];
}

/** The integration app of the analyzer, deployed into an emulated account by the command of the CDK. */
export class EmulatedAnalyzer {
  static async start(): Promise<EmulatedAnalyzer> {
    const ministack = await MiniStack.start();
    try {
      const cdk = new Cdk(ministack.url);
      const [synthesized] = await Promise.all([cdk.synthesize('analyzer'), cdk.bootstrap()]);
      const { IntegAnalyzer: outputs } = await cdk.deploy(synthesized);
      return new EmulatedAnalyzer(ministack, outputs);
    } catch (error) {
      await ministack.stop();
      throw error;
    }
  }

  readonly sqs: SQSClient;
  private readonly ecs: ECSClient;
  private readonly logs: CloudWatchLogsClient;
  private readonly events: EventBridgeClient;
  private readonly cloudWatch: CloudWatchClient;

  private constructor(readonly ministack: MiniStack, readonly outputs: Readonly<Record<string, string>>) {
    const settings = { endpoint: ministack.url, region: REGION, credentials: CREDENTIALS };
    this.sqs = new SQSClient(settings);
    this.ecs = new ECSClient(settings);
    this.logs = new CloudWatchLogsClient(settings);
    this.events = new EventBridgeClient(settings);
    this.cloudWatch = new CloudWatchClient(settings);
  }

  /** The table of the incidents, as the output says that lists them. */
  get table(): string {
    const command = Object.values(this.outputs).find(value => value.startsWith('hardened-fargate incidents')) ?? '';
    return /--table (\S+)/.exec(command)?.[1] ?? '';
  }

  /** Runs the task, has it write lines and end with 1, and returns what ECS puts on the bus then; its own ECS puts nothing there. */
  async crash(...lines: readonly string[]): Promise<object> {
    const { ClusterName: cluster, TaskDefinition: taskDefinition, Subnet } = this.outputs;
    const { tasks: [started] = [] } = await this.ecs.send(new RunTaskCommand({
      cluster, taskDefinition, launchType: 'FARGATE', networkConfiguration: { awsvpcConfiguration: { subnets: [Subnet] } },
    }));
    if (lines.length > 0) await this.write(started.taskArn ?? '', lines);
    const { task } = await this.ecs.send(new StopTaskCommand({ cluster, task: started.taskArn }));
    const stoppedReason = 'Essential container in task exited';
    return {
      ...task,
      stopCode: 'EssentialContainerExited',
      stoppedReason,
      containers: task?.containers?.map(container => ({ ...container, exitCode: 1, lastStatus: 'STOPPED' })),
    };
  }

  async putOnBus(...details: readonly object[]): Promise<void> {
    const { Entries } = await this.events.send(new PutEventsCommand({
      Entries: details.map(detail => ({ Source: 'aws.ecs', DetailType: 'ECS Task State Change', Detail: JSON.stringify(detail) })),
    }));
    const refused = Entries?.find(({ ErrorCode }) => ErrorCode !== undefined);
    if (refused) throw new Error(refused.ErrorMessage);
  }

  /** Takes the next message from a queue; undefined when none comes in so many seconds. */
  async take(queueUrl: string, seconds = 20): Promise<Message | undefined> {
    const { Messages: [message] = [] } = await this.sqs.send(new ReceiveMessageCommand({
      QueueUrl: queueUrl, WaitTimeSeconds: seconds, MessageAttributeNames: ['All'],
    }));
    if (message) await this.sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    return message;
  }

  /** What the subscriber of the topic is told next. */
  async told(seconds?: number): Promise<Told | undefined> {
    const message = await this.take(this.outputs.ToldUrl, seconds);
    return message && JSON.parse(message.Body ?? '') as Told;
  }

  /** What the first widget of the dashboard shows, asked for as the console of CloudWatch does. */
  async shown(): Promise<string> {
    const { DashboardBody = '{}' } = await this.cloudWatch.send(new GetDashboardCommand({ DashboardName: this.outputs.DashboardName }));
    const { widgets: [{ properties: { endpoint } }] } = JSON.parse(DashboardBody) as Dashboard;
    const now = Date.now();
    const context = { widgetContext: { timeRange: { start: now - 3_600_000, end: now + 60_000 }, theme: 'light' } };
    const answer = await fetch(`${this.ministack.url}/2015-03-31/functions/${encodeURIComponent(endpoint)}/invocations`, {
      method: 'POST', body: JSON.stringify(context),
    });
    return await answer.json() as string;
  }

  stop(): Promise<void> {
    return this.ministack.stop();
  }

  private async write(taskArn: string, lines: readonly string[]): Promise<void> {
    const { taskDefinition } = await this.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: this.outputs.TaskDefinition }));
    const logGroupName = taskDefinition?.containerDefinitions?.[0].logConfiguration?.options?.['awslogs-group'];
    const logStreamName = `app/app/${taskArn.slice(taskArn.lastIndexOf('/') + 1)}`;
    await this.logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
    const logEvents = lines.map((message, index) => ({ message, timestamp: Date.now() - 1000 + index }));
    await this.logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
  }
}
