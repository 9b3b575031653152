import { rowsOfCsv } from './csv';
import { secretName } from '../../aws/secret-names';

/** What stands before a line of a log, and by which tool. */
const PREFIXES: readonly (readonly [tool: string, prefix: RegExp])[] = [
  ['the output of aws logs tail', /^\d{4}-\d\d-\d\dT[\d:.]{8,16}(?:Z|[+-]\d\d:?\d\d) \S{1,200}\/[0-9a-f]{32} /],
  ['a log of containerd', /^\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d) (?:stdout|stderr) [FP] /],
  ['the output of copilot svc logs', /^copilot\/[\w-]{1,80}\/[0-9a-f]{8,32} /],
  ['the output of docker compose', /^[\w.-]{1,80} {0,40}\| /],
  ['the output of kubectl logs', /^\[pod\/[^\]]{1,200}\] /],
];

/** The lines of a log without what a tool put before each, and which tool that was. */
export function logLines(lines: readonly string[]): { readonly form: string; readonly lines: readonly string[] } {
  const csv = rowsOfCsv(lines);
  if (csv !== undefined) return { form: 'a log exported as CSV', lines: csv };
  const written = lines.filter(line => line.trim() !== '');
  const [tool, prefix] = PREFIXES.find(([, pattern]) => isOfMost(written, pattern)) ?? [];
  if (tool === undefined || prefix === undefined) return { form: 'a log', lines: written };
  return { form: tool, lines: written.map(line => line.replace(prefix, before => isNameOfSecret(before) ? before : '')) };
}

/** In a table the name of a secret stands where Compose puts the name of a container. */
const isNameOfSecret = (before: string): boolean => secretName(before.replace(/\W{1,20}$/, '')) !== undefined;

const isOfMost = (lines: readonly string[], pattern: RegExp): boolean => lines.filter(line => pattern.test(line)).length * 2 > lines.length;
