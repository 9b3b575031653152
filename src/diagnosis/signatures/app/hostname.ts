import { describeTaskDefinition, tailLogs } from '../../commands';
import type { Evidence } from '../../evidence';
import { readingOf } from '../../matching/passages';
import { quoteLine } from '../../matching/quote';
import { inLog, logMayHold, together } from '../../matching/wording';
import type { Clue, Signature } from '../../signature';

/** A name is known to Compose and to nobody else. */
export const appHostname: Signature = {
  cause: 'app/hostname',
  atBest: 'certain',
  retriable: false,
  says: 'The application looks for a host by a name that only Docker Compose knows. Containers of one task reach each other at localhost; another service has its Cloud Map, Service Connect or load balancer name.',
  toConfirm: 'See whether the name is that of a container or of a Compose service.',
  seenIn: [
    { log: ['nginx: [emerg] host not found in upstream "php-fpm:9000" in /etc/nginx/conf.d/default.conf:12'] },
    { log: ['level=fatal msg="dial tcp: lookup db on 172.16.0.2:53: no such host"'] },
    { log: ['Error: getaddrinfo ENOTFOUND redis'] },
    { log: ['psycopg2.OperationalError: could not translate host name "db" to address: Name or service not known'] },
    { log: ['Caused by: java.net.UnknownHostException: postgres'] },
  ],
  clues: together(bareName, inLog({ sure: 'likely', says: 'the host of an upstream is not known', words: ['host not found in upstream', 'upstream host … not found'], unless: ['.com', '.internal', '.local', '.net', '.io', '.org'] })),
  actions: evidence => [
    { title: 'Find where the name is set; for a container of the same task use localhost.', commands: [tailLogs(evidence), `${describeTaskDefinition(evidence)} --query 'taskDefinition.containerDefinitions[].[name,environment]'`], prop: 'environment' },
  ],
};

/** A name without a dot that was not found: no VPC, no Cloud Map and no load balancer gives such a name. */
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
  'no such host', 'ENOTFOUND', 'EAI_AGAIN', 'translate host name', 'UnknownHostException', 'host not found', 'Unknown MySQL server host', 'getaddrinfo', 'Error -', 'service not known',
  'Could not resolve host', 'bad address', 'reach database server',
);

function bareName(evidence: Evidence): readonly Clue[] {
  if (!tellsOfNames(evidence)) return [];
  for (const { text } of readingOf(evidence).log.all) {
    const match = LOOKED_UP.map(pattern => pattern.exec(text)).find(found => found && !NO_NAMES.has(found[1].toLowerCase()));
    if (match) return [{ confidence: 'certain', source: 'log', quote: quoteLine(text, match.index, match.index + match[0].length), says: `${match[1]} is no name that a task could resolve` }];
  }
  return [];
}
