import { deploymentErrors } from './deployment-errors';
import { embeddedJson } from './embedded-json';
import { logLines } from './log-lines';
import { linesOf, withoutGutter } from './plain-text';
import { isStopReason, withoutLabel } from './stop-words';
import { partsOfRow, rowsOfTable } from './table';
import type { TextContent } from './text-content';

/** Reads a text that is no JSON: what a console, a terminal, a build log or a container shows. */
export function readPlainText(text: string): TextContent | undefined {
  const lines = linesOf(text).map(line => line.replace(/^\uFEFF/, ''));
  if (lines.every(line => line.trim() === '')) return undefined;
  return embeddedJson(lines) ?? ofService(lines) ?? ofDeployment(lines) ?? ofStop(lines) ?? ofLog(lines);
}

/** The events of a service, in a table or one a line, newest first as the console and the API list them. */
function ofService(lines: readonly string[]): TextContent | undefined {
  const rows = rowsOfTable(lines);
  const texts = rows.length > 0 ? rows.flat() : lines.flatMap(partsOfRow);
  const events = texts.flatMap(text => SERVICE_EVENT.exec(text)?.[0] ?? []);
  if (events.length === 0) return undefined;
  const reasons = texts.filter(isStopReason).map(withoutLabel);
  const form = rows.length > 0 ? 'a table of service events' : 'events of a service';
  return { form, values: [{ serviceEvents: [...events, ...reasons] }] };
}

/** How a message of a service begins. */
const SERVICE_EVENT = new RegExp([
  '(?:\\(service [^()]{1,255}\\)',
  '\\bservice \\(?[\\w-]{1,255}\\)? (?=(?:was unable|has (?:started|stopped|reached|begun)|is unhealthy|failed|deployment)\\b)).*',
].join('|'), 'i');

/** The words of a tool that deploys; a reason of ECS inside them is the reason of a task. */
function ofDeployment(lines: readonly string[]): TextContent | undefined {
  const found = deploymentErrors(lines.map(withoutGutter));
  if (found === undefined) return undefined;
  const stops = lines.map(withoutGutter).filter(isStopReason).map(withoutLabel);
  if (stops.length > 0) return { form: found.form, values: unique(stops).map(stoppedReason => ({ task: { stoppedReason } })) };
  return { form: found.form, values: found.reasons.map(asDeployment) };
}

const asDeployment = (reason: string): unknown => ({
  stackEvents: [{ resourceStatus: 'UPDATE_FAILED', resourceType: 'AWS::ECS::Service', resourceStatusReason: reason }],
});

/** The page of a task in the console, or a reason by itself; lines that follow belong to it while they are no labels. */
function ofStop(lines: readonly string[]): TextContent | undefined {
  const reasons = lines.map(line => line.trim()).filter(isStopReason).map(withoutLabel);
  if (reasons.length === 0) return undefined;
  const exitCode = /\bexit ?code\W{1,4}(\d{1,3})\b/i.exec(lines.join('\n'))?.[1];
  const containers = exitCode === undefined ? {} : { containers: [{ exitCode: Number(exitCode) }] };
  const taskArn = /\barn:aws[\w-]{0,12}:ecs:[\w-]{1,30}:\d{12}:task\/[\w/-]{1,300}/.exec(lines.join('\n'))?.[0];
  const around = { ...containers, ...taskArn === undefined ? {} : { taskArn } };
  return {
    form: lines.length > 2 && LABELS.test(lines.join('\n')) ? 'a page of the console' : 'the reason of a stopped task',
    values: unique(reasons).map(stoppedReason => ({ task: { ...around, stoppedReason } })),
  };
}

const LABELS = /^(?:task overview|last status|desired status|stopped reason|containers|task stopped at)/im;

function ofLog(lines: readonly string[]): TextContent {
  const log = logLines(lines);
  return { form: log.form, values: [{ logTail: log.lines }] };
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
