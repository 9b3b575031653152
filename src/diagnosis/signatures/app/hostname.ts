import type { Evidence } from '../../../evidence/model/evidence';
import { describeContainers, tailLogs } from '../../advice/commands';
import { bareHostIn } from '../../clues/bare-host';
import { inLog, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** A name is known to Compose and to nobody else. */
export const appHostname: Signature = {
  cause: 'app/hostname',
  atBest: 'likely',
  retriable: false,
  says: 'The application looks up a hostname that only Docker Compose resolves. Containers of one task reach each other '
    + 'at localhost. For another service, use its Cloud Map, Service Connect, or load balancer name.',
  toConfirm: 'Check whether the hostname is the name of a container or of a Compose service. '
    + 'If it is, this is the cause; within a task, containers reach each other on localhost.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/dependency-unreachable', 'app/missing-config'],
  onlyLogTellsApart: true,
  logTopics: ['host name'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ['nginx: [emerg] host not found in upstream "php-fpm:9000" in /etc/nginx/conf.d/default.conf:12'] },
    { log: ['level=fatal msg="dial tcp: lookup db on 172.16.0.2:53: no such host"'] },
    { log: ['Error: getaddrinfo ENOTFOUND redis'] },
    { log: ['psycopg2.OperationalError: could not translate host name "db" to address: Name or service not known'] },
    { log: ['Caused by: java.net.UnknownHostException: postgres'] },
  ],
  clues: together(
    bareName,
    inLog(
      {
        sure: 'likely',
        says: 'the hostname of an upstream does not resolve',
        words: [
          'host not found in upstream',
          'upstream host … not found',
        ],
        unless: ['.com', '.internal', '.local', '.net', '.io', '.org'],
      },
      {
        sure: 'possible',
        says: 'this hostname resolves only in Docker Desktop',
        words: [
          'host.docker.internal',
          'docker.for.mac',
        ],
      },
    ),
  ),
  actions: evidence => [
    {
      title: 'Find where the hostname is set. For a container of the same task, use localhost.',
      commands: [
        tailLogs(evidence),
        describeContainers(evidence, 'environment'),
      ],
      prop: 'environment',
    },
  ],
};

function bareName(evidence: Evidence): readonly Clue[] {
  const found = bareHostIn(evidence);
  return found
    ? [
      { confidence: 'likely', source: 'log', quote: found.quote, says: `${found.name} is a name without a domain, which no VPC resolves` },
    ]
    : [];
}
