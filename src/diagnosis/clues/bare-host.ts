import type { Evidence } from '../../evidence/model/evidence';
import { readingOf } from '../matching/passages';
import { quoteLine } from '../matching/quote';
import { logMayHold } from '../matching/wording';

/** A host that was looked up in vain by a name without a domain. */
export interface BareHost {
  readonly name: string;
  /** The line that says so. */
  readonly quote: string;
}

/** How programs say that they do not find a host; only names without a dot are caught. */
const LOOKED_UP = [
  /lookup ([a-z][\w-]*)(?: on [\d.]+:53)?: no such host/i,
  /(?:ENOTFOUND|EAI_AGAIN) ([a-z][\w-]*)(?![\w.-])/i,
  /could not translate host name ["'`]([a-z][\w-]*)["'`]/i,
  /UnknownHostException:? ([a-z][\w-]*)(?![\w.-])/i,
  /host not found in upstream ["'`]([a-z][\w-]*)[:"'`]/i,
  /Unknown MySQL server host ["'`]([a-z][\w-]*)["'`]/i,
  /getaddrinfo for (?:host )?["'`]?([a-z][\w-]*)["'`]? (?:port \d+ )?failed/i,
  /Error -[235] connecting to ([a-z][\w-]*):\d+/i,
  /php_network_getaddresses: getaddrinfo for ([a-z][\w-]*) failed/i,
  /["'`]([a-z][\w-]*):\d+["'`]?:? ?\(?.{0,20}Name or service not known/i,
  /Could not resolve host: ([a-z][\w-]*)(?![\w.-])/i,
  /bad address ["'`]([a-z][\w-]*)["'`]/i,
  /Can't reach database server at ["'`]([a-z][\w-]*)["'`]?:/i,
];

const NO_NAMES = new Set(['undefined', 'null', 'localhost', 'failed', 'at', 'for']);

const tellsOfNames = logMayHold(
  'no such host',
  'ENOTFOUND',
  'EAI_AGAIN',
  'translate host name',
  'UnknownHostException',
  'host not found',
  'Unknown MySQL server host',
  'getaddrinfo',
  'Error -',
  'service not known',
  'Could not resolve host',
  'bad address',
  'reach database server',
);

/** The first such host of the log: Compose gives such names, and in a VPC only Service Connect does. */
export function bareHostIn(evidence: Evidence): BareHost | undefined {
  if (!tellsOfNames(evidence)) return undefined;
  for (const { text } of readingOf(evidence).log.all) {
    const match = LOOKED_UP.map(pattern => pattern.exec(text)).find(found => found && !NO_NAMES.has(found[1].toLowerCase()));
    if (match) return { name: match[1], quote: quoteLine(text, match.index, match.index + match[0].length) };
  }
  return undefined;
}
