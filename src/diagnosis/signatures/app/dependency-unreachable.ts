import type { Evidence } from '../../../evidence/model/evidence';
import { tailLogs } from '../../advice/commands';
import { describeInterface } from '../../advice/network-commands';
import { bareHostIn } from '../../clues/bare-host';
import { failedContainerCheck } from '../../clues/health-events';
import { silentFailure } from '../../clues/silent-failure';
import { atMost, inLog, logMayHold, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { COLLECTOR_UNREACHED } from '../../vocabulary/telemetry';
import { UNREACHED } from '../../vocabulary/unreached';

/** A service that rejects somebody can be reached. */
const isRejected = logMayHold(
  'password authentication failed',
  'Access denied for user',
  'Authentication failed',
  'Login failed for user',
  'no pg_hba.conf entry',
  'WRONGPASS',
  'NOAUTH',
  'certificate',
  'not authorized to perform',
);

/** The next line tells why, unless it is cut off. */
const UNEXPLAINED: Wording = {
  sure: 'possible',
  says: 'the application has no connection to its database',
  words: ['Unable to connect to the database'],
};

const unreached = inLog(UNREACHED, UNEXPLAINED, COLLECTOR_UNREACHED);

/** What the programs print that health checks call. */
const isOfCheck = logMayHold("wget: can't connect to remote host", 'curl: (7) Failed to connect');

/** Whether something else than a service that is not reached explains the words. */
const isExplained = (evidence: Evidence): boolean =>
  isRejected(evidence) || bareHostIn(evidence) !== undefined || failedContainerCheck(evidence) && isOfCheck(evidence);

/** A service that the application needs does not answer. */
export const appDependencyUnreachable: Signature = {
  cause: 'app/dependency-unreachable',
  atBest: 'likely',
  retriable: null,
  says: 'The application could not reach a database or another service. Timeout: check security groups and routes. '
    + 'Connection refused: check that the service is up and the port is right. Name not found: check the hostname and '
    + 'VPC DNS.',
  toConfirm: 'Resolve the name and connect to the port from inside a task (ECS Exec). '
    + 'If either fails, this is the cause; if both work, the dependency was unavailable only at that time.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/missing-config', 'app/hostname'],
  onlyLogTellsApart: true,
  logTopics: ['connection'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ['Error: connect ETIMEDOUT 10.0.0.109:5432'] },
    { log: ['Error: connect ECONNREFUSED 10.0.3.7:6379'] },
    { log: ['Error: getaddrinfo ENOTFOUND mydb.abc.eu-west-1.rds.amazonaws.com'] },
    {
      log: [
        'sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) connection to server at "10.0.1.5", port '
          + '5432 failed: Connection timed out',
      ],
    },
    { log: ['com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure'] },
    { log: ['dial tcp 10.0.1.5:3306: connect: connection refused'] },
    { log: ["PrismaClientInitializationError: Can't reach database server at `db.internal.example.com:5432`"] },
    { log: ['MongoServerSelectionError: connect ETIMEDOUT 10.0.2.9:27017'] },
    { log: ['redis.exceptions.ConnectionError: Error 111 connecting to cache.internal.example.com:6379. Connection refused.'] },
    { log: ['SQLSTATE[HY000] [2002] Connection timed out'] },
    {
      log: [
        '{"level":"error","time":"2024-05-01T10:00:00Z","msg":"cannot start","err":{"message":"connect '
          + 'ECONNREFUSED 10.0.1.5:5432","code":"ECONNREFUSED"}}',
      ],
    },
  ],
  clues: evidence => [
    ...isExplained(evidence) ? atMost('possible', unreached(evidence)) : unreached(evidence),
    ...silentFailure(evidence, 'the log is not given; a service that is not reached is a common reason'),
  ],
  actions: evidence => [
    { title: 'Read the host and the port in the line of the log.', commands: [tailLogs(evidence)], prop: 'environment' },
    {
      title: 'Compare the security groups of the task and of the service it calls.',
      commands: [describeInterface(evidence)],
      prop: 'vpc',
    },
  ],
};
