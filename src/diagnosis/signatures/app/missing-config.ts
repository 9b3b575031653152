import type { Evidence } from '../../../evidence/model/evidence';
import { describeTaskDefinition, tailLogs } from '../../advice/commands';
import { namedVariable } from '../../clues/named-variable';
import { silentFailure } from '../../clues/silent-failure';
import { inLog, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';
import { MISSING_SETTING } from '../../vocabulary/missing-setting';
import { TELEMETRY } from '../../vocabulary/telemetry';

/** What speaks of a file or of an undefined value, and of no setting. */
const NO_SETTING = [
  'exec ',
  'libs',
  'spawn',
  'EFS utils',
  "can't open file",
  'undefined_table',
  'undefined_column',
  'undefined method',
  'undefined symbol',
  'undefined function',
  'Cannot (read|set) propert',
  '(of|is) undefined (reading|setting)',
  'undefined is not (a|an) (function|object|constructor)',
];

/** Something that the application must be told was not told. */
export const appMissingConfig: Signature = {
  cause: 'app/missing-config',
  atBest: 'likely',
  retriable: false,
  says: 'An environment variable, a secret, or a configuration file is missing, or the application cannot parse it. The '
    + 'log names it. Set it in environment or secrets of the task definition.',
  toConfirm: 'Compare the name in the log with environment and secrets of the task definition. '
    + 'If the name is not there, or is spelled differently, this is the cause.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/dependency-unreachable', 'exit/application-error'],
  onlyLogTellsApart: true,
  logTopics: ['wrong setting'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ['/code/bin/docker-entrypoint.sh: line 8: POSTGRES_HOST: unbound variable'] },
    { log: ['Error: Environment variable not found: DATABASE_URL.'] },
    { log: ["KeyError: 'DATABASE_URL'"] },
    { log: ['django.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty.'] },
    { log: ['Error: Missing required environment variable: JWT_SECRET'] },
    { log: ["Caused by: java.lang.IllegalArgumentException: Could not resolve placeholder 'DB_URL' in value \"${DB_URL}\""] },
    { log: ["ArgumentError: Missing `secret_key_base` for 'production' environment, set this string with `bin/rails credentials:edit`"] },
    { log: ['ERROR: Failed to start quarkus', 'ERROR: Strict hostname resolution configured but no hostname setting provided'] },
    { log: ['2020/04/09 19:13:48 E! Error: no inputs found, did you provide a valid config file?'] },
    { log: ['Error: Database is uninitialized and superuser password is not specified.'] },
    {
      log: [
        'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings',
        'database_url',
        '  Field required [type=missing, input_value={}, input_type=dict]',
      ],
    },
  ],
  clues: together(
    namedVariable,
    unsaid,
    inLog(
      MISSING_SETTING,
      {
        sure: 'possible',
        says: 'a file that the application reads does not exist',
        words: [
          'FileNotFoundError',
          'ENOENT: no such file or directory',
          'java.io.FileNotFoundException',
          'Errno::ENOENT',
          'No such file or directory',
          'no such file or directory',
        ],
        unless: NO_SETTING,
      },
      {
        sure: 'possible',
        says: 'a value that the application needs might not be set',
        words: [
          'is required',
          'is not set',
          'undefined',
          'Invalid URL',
          'must be provided',
          'mandatory',
          'must be configured',
          'JWT_SECRET',
          ' is missing',
        ],
        unless: NO_SETTING,
      },
      {
        sure: 'possible',
        says: 'a pool that gets no connection might have no database configured',
        words: [
          '(obtain|acquire|open|get|create) JDBC connection',
          'Cannot create PoolableConnectionFactory',
        ],
      },
      {
        sure: 'possible',
        says: 'many clients use localhost when no host is set',
        words: [
          'ECONNREFUSED (127.0.0.1|::1)',
          'dial tcp (127.0.0.1|[::1]):# … refused',
          'connection to server at "(localhost|127.0.0.1)"',
          'connecting to localhost',
          "Can't connect to MySQL server on '(localhost|127.0.0.1)",
        ],
        unless: ['ELB-HealthChecker', ...TELEMETRY],
      },
    ),
  ),
  actions: evidence => [
    {
      title: 'Compare the name in the log with the settings of the task definition.',
      commands: [
        tailLogs(evidence),
        `${describeTaskDefinition(evidence)} --query `
          + "'taskDefinition.containerDefinitions[].{name:name,environment:environment[].name,secrets:secrets[].name}'",
      ],
      prop: 'environment',
    },
    { title: 'Store secrets in Secrets Manager.', commands: [], prop: 'secrets' },
  ],
};

function unsaid(evidence: Evidence): readonly Clue[] {
  return silentFailure(evidence, 'the log is not given; a setting that is missing is a common reason');
}
