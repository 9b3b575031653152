import { byReason } from './gaps-text';
import { nextCommand } from './next-command';
import { servicesTable } from './services-table';
import type { Examination } from '../../doctor/examine';
import type { ExaminedService } from '../../doctor/judge-account';
import { asSentence } from '../../guardrails/as-sentence';
import type { Finding } from '../../guardrails/evaluate';
import { gravestFirst } from '../../guardrails/gravest-first';
import { table } from '../documents/markdown';

/** An examination as Markdown, for tickets and wikis. */
export const examinationAsMarkdown = ({ services = [], gaps }: Examination): string => [
  services.length > 0 ? servicesAsMarkdown(services) : '',
  ...services.filter(({ findings, problems }) => findings.length + problems.length > 0).map(serviceAsMarkdown),
  gaps.length > 0 ? ['## Not read', ...byReason(gaps).map(gapAsMarkdown)].join('\n') : '',
].filter(part => part !== '').join('\n\n');

const gapAsMarkdown = ([calls, because]: ReturnType<typeof byReason>[number]): string => `- ${calls.join(', ')}: ${literal(because)}`;

function servicesAsMarkdown(services: readonly ExaminedService[]): string {
  const [head, ...rows] = servicesTable(services);
  return table(head, rows);
}

const serviceAsMarkdown = (service: ExaminedService): string => [
  `## ${literal(service.name)}`,
  '',
  ...service.problems.map(problem => `- **now**: ${literal(asSentence(problem))}.`),
  ...nextCommand(service).map(command => `- To find the cause, run \`${command}\`.`),
  ...gravestFirst(service.findings).map(findingAsMarkdown),
].join('\n');

function findingAsMarkdown({ rule, level, class: ruleClass, seen, at }: Finding): string {
  const heading = `**${level}** \`${rule.id}\`${ruleClass === undefined ? '' : ` (${ruleClass})`}`;
  return `- ${heading}: ${literal(asSentence(seen))}. ${rule.fix} (\`${at.path}\`)`;
}

/** What an account names must not become markup. */
const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
