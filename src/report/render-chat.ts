import { code, plain } from './chat-text';
import { type Report, reportOf } from './report';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { bounded } from '../evidence/clean/clean-text';

/**
 * A custom notification of Amazon Q Developer in chat applications, which shows it in Slack and Microsoft Teams.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export interface ChatNotification {
  readonly version: '1.0';
  readonly source: 'custom';
  readonly content: {
    readonly textType: 'client-markdown';
    readonly title: string;
    readonly description: string;
    readonly nextSteps: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly metadata: {
    /** Stops of one incident stand in one thread. */
    readonly threadId: string;
    readonly summary: string;
    readonly eventType: string;
    readonly relatedResources: readonly string[];
    readonly additionalContext: Readonly<Record<string, string>>;
  };
}

const LONGEST_TITLE = 250;
const LONGEST_DESCRIPTION = 2500;
const LONGEST_QUOTE = 240;

/** The diagnosis for a chat channel, through the topic that Amazon Q Developer listens to. */
export function renderChat(diagnosis: Diagnosis): ChatNotification {
  const report = reportOf(diagnosis);
  const { cause, severity, confidence, cluster, service, taskArn, taskDefinitionArn, incident } = diagnosis;
  return {
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title: bounded(plain(`${report.badge}: ${report.title}`), LONGEST_TITLE),
      description: describeWithin(LONGEST_DESCRIPTION, report),
      nextSteps: report.steps.map(({ title, commands }) => [plain(title), ...commands.map(code)].join(' ')),
      keywords: [cause, severity, ...service ? [plain(service)] : []],
    },
    metadata: {
      threadId: incident?.id ?? plain([cluster ?? 'no cluster', service ?? 'no service', cause].join('/')),
      summary: plain(report.title),
      eventType: 'Fargate Stop Diagnosis',
      relatedResources: [taskArn, taskDefinitionArn].flatMap(arn => arn ?? []),
      additionalContext: { cause, severity, confidence },
    },
  };
}

/** However long the rest is, the page of the cause stands at the end. */
function describeWithin(longest: number, report: Report): string {
  const last = `\n${report.documentation.title}: ${report.documentation.url}`;
  return bounded(describe(report), longest - last.length) + last;
}

function describe(report: Report): string {
  const { facts, stop, page, furtherPages, happened } = report;
  const { whyHeading, why, alternativesHeading, alternatives, prevention, gaps } = report;
  return [
    facts.map(plain).join(' · '),
    stop.map(plain).join(' · '),
    ...[...page ? [page] : [], ...furtherPages].map(({ title, url }) => `${plain(title)}: ${url}`),
    plain(happened),
    ...paragraph(whyHeading, why.map(clue)),
    ...paragraph(alternativesHeading, alternatives.map(plain)),
    ...paragraph('What would have prevented it', prevention.map(plain)),
    ...paragraph('Missing evidence', gaps.map(plain)),
  ].filter(line => line !== '').join('\n');
}

const clue = ({ source, quote, says }: Report['why'][number]): string =>
  `${plain(source)}: ${code(bounded(quote, LONGEST_QUOTE))} – ${plain(says)}`;

const paragraph = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`*${heading}*`, ...lines.map(line => `• ${line}`)];
