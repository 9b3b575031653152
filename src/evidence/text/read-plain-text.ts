import { withColumnsWhole } from './columns';
import { withCopilotWhole } from './copilot';
import { deploymentErrors } from './deployment-errors';
import { embeddedJson } from './embedded-json';
import { kindOfText } from './kind-of-text';
import { logLines } from './log-lines';
import { linesOf, withoutCommentMarks, withoutFences, withoutGutter, withoutQuoteMarks } from './plain-text';
import { refusedRead } from './refused-read';
import { holdsServiceEvent } from './service-event';
import { ofService } from './service-text';
import { ofStopTable } from './stop-table';
import { endWithExitCode, ofStop } from './stop-text';
import { isStopReason, withoutLabel } from './stop-words';
import { partsOfRow } from './table';
import { ofTargets } from './target-rows';
import type { TextContent } from './text-content';
import { withMessagesWhole } from './wrapped-messages';
import { withNamesWhole } from './wrapped-names';
import { arnPattern } from '../../aws/arn';

/** Reads a text that is no JSON: what a console, a terminal, a build log or a container shows; `isForm` tells what AWS writes in JSON. */
export function readPlainText(text: string, isForm: (value: unknown) => boolean): TextContent | undefined {
  const unquoted = withCopilotWhole(withoutMarks(linesOf(text).map(line => line.replace(/^\uFEFF/, ''))));
  const lines = withColumnsWhole(withNamesWhole(unquoted));
  if (lines.every(line => line.trim() === '')) return undefined;
  const refused = refusedRead(unquoted);
  if (refused !== undefined) return { form: 'a refused command', values: [], refused };
  const whole = withMessagesWhole(lines, beginsMessage);
  return embeddedJson(lines, isForm) ?? ofStopTable(unquoted) ?? ofService(whole) ?? ofDeployment(lines) ?? ofStop(whole)
    ?? besideStops(lines);
}

const withoutMarks = (lines: readonly string[]): readonly string[] => withoutCommentMarks(withoutFences(withoutQuoteMarks(lines)));

/** What else tells of a service, and a log where nothing else fits. */
const besideStops = (lines: readonly string[]): TextContent => ofTargets(lines) ?? ofCommand(lines) ?? ofLog(lines);

const beginsMessage = (line: string): boolean => isStopReason(line) || holdsServiceEvent(line);

/** The words of a tool that deploys; a reason of ECS inside them is the reason of a task. */
function ofDeployment(lines: readonly string[]): TextContent | undefined {
  const found = deploymentErrors(lines.map(withoutGutter));
  if (found === undefined) return undefined;
  const stops = withMessagesWhole(lines.map(withoutGutter), isStopReason).filter(isStopReason).map(withoutLabel);
  if (stops.length > 0) return { form: found.form, values: unique(stops).map(stoppedReason => ({ task: { stoppedReason } })) };
  const besides = endWithExitCode(lines) ?? ofTargets(lines);
  if (besides !== undefined) return besides;
  return { form: found.form, values: found.reasons.map(asDeployment) };
}

/** Where several services fail, each reason names its own. */
const asDeployment = (reason: string): unknown => ({
  stackEvents: [{
    resourceStatus: 'UPDATE_FAILED',
    resourceType: 'AWS::ECS::Service',
    resourceStatusReason: reason,
    physicalResourceId: SERVICE_ARN.exec(reason)?.[0],
  }],
});

const SERVICE_ARN = new RegExp(`${arnPattern('ecs')}service/[\\w/-]{1,300}`);

/** The output of a command that shows no stop: values without their names. */
function ofCommand(lines: readonly string[]): TextContent | undefined {
  const parts = lines.flatMap(partsOfRow);
  const isOutput = lines.every(line => line === '' || /^[A-Z][A-Z0-9]{2,}\t/.test(line)) || parts.every(isValue) || isCliTable(lines);
  return isOutput ? { form: 'the output of a command', values: [], noted: 'the output of a command, with no stop in it' } : undefined;
}

const isCliTable = (lines: readonly string[]): boolean =>
  lines.length > 2 && lines.every(line => line === '' || /^(?:-{3,}$|[|+])/.test(line));

/** What AWS calls things, and no word of a person or a program. */
const isValue = (part: string): boolean => VALUE.test(part);

const VALUE = new RegExp(`^(?:${[
  'arn:\\S+',
  's3://\\S+',
  '[a-z]{1,12}-[0-9a-f]{8,17}',
  'None|True|False',
  '\\d[\\d.]*',
  '\\d{4}-\\d\\d-\\d\\dT[\\d:.+-]+Z?',
  '[a-z0-9]{2,20}:[A-Z]\\w+',
  'allowed|(?:im|ex)plicitDeny',
].join('|')})$`);

function ofLog(lines: readonly string[]): TextContent {
  const log = logLines(lines);
  const isDocument = log.form === 'a log' && kindOfText(lines) === 'document';
  return { form: isDocument ? 'a text' : log.form, values: [{ logTail: log.lines }], ...isDocument ? { isDocument } : {} };
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
