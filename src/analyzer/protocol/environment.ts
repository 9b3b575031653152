import type { Severity } from '../../causes/catalogue';

/** What the construct tells its handler. */
export interface AnalyzerSettings {
  /** The name by which the heartbeats of this analyzer are told from those of others. */
  readonly analyzer: string;
  readonly queueArn: string;
  readonly queueUrl: string;
  readonly topicArn: string;
  /** The topic that Amazon Q Developer in chat applications listens to; none where nobody reads diagnoses in a chat. */
  readonly chatTopicArn?: string;
  readonly deadLetterQueueUrl: string;
  /** The table that keeps incidents. */
  readonly tableName: string;
  /** So many messages a minute are sent to a topic; as many as there are without it. */
  readonly messagesPerMinute?: number;
  /** Diagnoses of these severities are sent as a message; the others are only logged and put on the event bus. */
  readonly notify: readonly Severity[];
  /** Whether what tells who a person is is redacted too. */
  readonly redactPersonalData?: boolean;
  /** Whether tags of services say which guardrails were allowed, because no rule of a service does. */
  readonly acknowledgedInTags?: boolean;
  /** The dashboard of the analyzer, which messages link to; none where nobody declared one. */
  readonly dashboardName?: string;
  /** Other accounts, and the own one in other Regions, that are read by the reader role there. */
  readonly memberAccounts?: readonly string[];
  /** The names of the collectors that read the account. */
  readonly evidence: readonly string[];
}

const ANALYZER = 'ANALYZER_NAME';
const QUEUE_ARN = 'QUEUE_ARN';
const QUEUE_URL = 'QUEUE_URL';
const TOPIC_ARN = 'DIAGNOSIS_TOPIC_ARN';
const CHAT_TOPIC_ARN = 'CHAT_TOPIC_ARN';
const DEAD_LETTER_QUEUE_URL = 'DEAD_LETTER_QUEUE_URL';
const TABLE_NAME = 'INCIDENT_TABLE_NAME';
const MESSAGES_PER_MINUTE = 'MESSAGES_PER_MINUTE';
const NOTIFY = 'NOTIFY_SEVERITIES';
const PERSONAL_DATA = 'REDACT_PERSONAL_DATA';
const ACKNOWLEDGED_IN_TAGS = 'ACKNOWLEDGED_IN_TAGS';
const MEMBER_ACCOUNTS = 'MEMBER_ACCOUNTS';
const EVIDENCE = 'EVIDENCE_SOURCES';
const DASHBOARD_NAME = 'DASHBOARD_NAME';

const SEVERITIES: readonly Severity[] = ['failure', 'notice', 'benign'];

/** Writes the settings as the environment of the function. */
export const toEnvironment = (settings: AnalyzerSettings): Record<string, string> => ({
  [ANALYZER]: settings.analyzer,
  [QUEUE_ARN]: settings.queueArn,
  [QUEUE_URL]: settings.queueUrl,
  [TOPIC_ARN]: settings.topicArn,
  ...settings.chatTopicArn !== undefined && { [CHAT_TOPIC_ARN]: settings.chatTopicArn },
  [DEAD_LETTER_QUEUE_URL]: settings.deadLetterQueueUrl,
  [TABLE_NAME]: settings.tableName,
  ...settings.messagesPerMinute !== undefined && { [MESSAGES_PER_MINUTE]: String(settings.messagesPerMinute) },
  [NOTIFY]: settings.notify.join(','),
  ...settings.redactPersonalData ? { [PERSONAL_DATA]: 'true' } : {},
  ...settings.acknowledgedInTags ? { [ACKNOWLEDGED_IN_TAGS]: 'true' } : {},
  ...settings.memberAccounts?.length ? { [MEMBER_ACCOUNTS]: settings.memberAccounts.join(',') } : {},
  [EVIDENCE]: settings.evidence.join(','),
});

/** The setting of a function whose services share rules, which is known when they are many. */
export const READS_TAGS: readonly [name: string, value: string] = [ACKNOWLEDGED_IN_TAGS, 'true'];

/** Writes the setting that comes with a dashboard, which is declared after the function. */
export const namingDashboard = (name: string): readonly [name: string, value: string] => [DASHBOARD_NAME, name];

/** Reads the settings back in the function. */
export const fromEnvironment = (environment: Readonly<Record<string, string | undefined>>): AnalyzerSettings => ({
  analyzer: required(environment, ANALYZER),
  queueArn: required(environment, QUEUE_ARN),
  queueUrl: required(environment, QUEUE_URL),
  topicArn: required(environment, TOPIC_ARN),
  chatTopicArn: environment[CHAT_TOPIC_ARN],
  deadLetterQueueUrl: required(environment, DEAD_LETTER_QUEUE_URL),
  tableName: required(environment, TABLE_NAME),
  ...environment[MESSAGES_PER_MINUTE] !== undefined && { messagesPerMinute: Number(environment[MESSAGES_PER_MINUTE]) },
  notify: SEVERITIES.filter(severity => environment[NOTIFY]?.split(',').includes(severity)),
  redactPersonalData: environment[PERSONAL_DATA] === 'true',
  acknowledgedInTags: environment[ACKNOWLEDGED_IN_TAGS] === 'true',
  ...environment[DASHBOARD_NAME] && { dashboardName: environment[DASHBOARD_NAME] },
  ...environment[MEMBER_ACCOUNTS] && { memberAccounts: environment[MEMBER_ACCOUNTS].split(',') },
  evidence: environment[EVIDENCE]?.split(',').filter(name => name !== '') ?? [],
});

function required(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`environment variable '${name}' is missing, but the StopAnalyzer construct always sets it`);
  return value;
}
