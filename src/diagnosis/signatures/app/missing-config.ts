import type { Evidence } from '../../../evidence/model/evidence';
import { describeTaskDefinition, tailLogs } from '../../advice/commands';
import { silentFailure } from '../../clues/silent-failure';
import { readingOf } from '../../matching/passages';
import { quoteLine } from '../../matching/quote';
import { inLog, logMayHold, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** Something that the application must be told was not told. */
export const appMissingConfig: Signature = {
  cause: 'app/missing-config',
  atBest: 'likely',
  retriable: false,
  says: 'The application lacks an environment variable, a secret or a configuration file, or cannot make sense of one. Its log names it: set it in environment or secrets of the task definition.',
  toConfirm: 'Compare the name in the log with environment and secrets of the task definition.',
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
    { log: ['pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings', 'database_url', '  Field required [type=missing, input_value={}, input_type=dict]'] },
  ],
  clues: together(namedVariable, unsaid, inLog(
    {
      sure: 'likely',
      says: 'a setting is missing',
      words: [
        'unbound variable', 'parameter not set', 'Environment variable not found', 'environment variable … (not set|is required|is not set|must be set|missing|not found|undefined|required)', 'environment variable(s|): ', 'env var … (not set|required|missing)', 'Missing env', 'missing required env',
        'required environment variable', 'Missing required … variable', 'ImproperlyConfigured', 'Could not resolve placeholder', 'secret_key_base', 'Missing encryption key', "KeyError: '", 'Config validation error', 'Invalid environment variables', 'Invalid environment', 'validation error for Settings', 'Field required [type=missing',
        'No such file … .env', 'configuration file … not found', 'config file … not found', 'ENOENT … (config|.env|.json|.yml|.yaml|.conf)', "Failed to configure a DataSource: 'url'", 'is uninitialized and … password', 'You need to specify one of … PASSWORD', 'Supply a value for', 'DATABASE_URL … (missing|not set|required|undefined|must)', 'is not set in (env|environment)', 'Missing API key', 'API key … (missing|not set|required|must be)', 'Missing required configuration', 'required key … missing value', 'missing required field', 'No application encryption key',
        'option "secret" is required', 'secretOrPrivateKey must have a value', 'ECONNREFUSED undefined', 'getaddrinfo ENOTFOUND undefined', 'Invalid value undefined for datasource', 'the URL must start with the protocol', 'Error validating datasource', 'url must be a string', 'Error: Missing credentials', 'client password must be a string', 'failed to load config', 'error loading config', 'Unable to load config', 'cannot open config', 'open … config … : no such file', 'Cannot find config', 'region is missing', 'Missing region in config', 'You must specify a region', 'NoRegionError', 'unable to find a region', 'no such setting', 'Unknown database … undefined', 'requires a secret or key', 'connectionString', 'ConnectionString property has not been initialized', 'connection string … (empty|null|missing)', 'bad configuration', 'invalid configuration', 'env is not defined', 'configured but no … provided', 'is not configured; either configure', 'no inputs found, did you provide', 'is an invalid value for parameter', 'configuration [… is invalid', 'Could not parse jdbc', 'key not found: "', 'UndefinedValueError', 'value: NotPresent', 'settings are not configured', 'Failed to determine a suitable driver class', 'Failed to bind properties', 'NO_SECRET', 'MissingSecret', 'could not fetch environment variable', 'Failed to parse config', 'error parsing config', 'could not parse config', 'failed to get config', 'ConfigDataLocationNotFoundException', 'find a valid configuration', 'must specify a region', 'Missing region in config', 'Region is missing', 'cannot resolve the configuration', 'error reading config', 'Unsupported cipher or incorrect key length', 'Config File … Not Found', 'no configuration file provided', 'missing configuration', 'Missing configuration', 'No config file found', 'ZodError', 'missing environment variable', 'keys are required', 'insecure SECRET_KEY', 'undefined environment variable', 'configuration error', 'Configuration error', 'license key … (missing|required|not set|invalid)', 'No license key', 'JAVA_HOME is not', "input: 'undefined'", '(url|key|token|secret|host|password|uri|endpoint) is required',
      ],
      unless: ['ALLOWED_HOSTS', 'AWS_CONTAINER', 'credentials in', 'fluent', 'configuration file contains errors', 'deprecated', 'Missing script', 'envoy', 'unmarshal the configuration', 'CredentialsError', 'Error loading … module'],
    },
    { sure: 'possible', says: 'a file that the application reads is not there', words: ['FileNotFoundError', 'ENOENT: no such file or directory', 'java.io.FileNotFoundException', 'Errno::ENOENT', 'No such file or directory', 'no such file or directory', 'is required', 'is not set', 'undefined', 'Invalid URL', 'must be provided', 'mandatory', 'JWT_SECRET', ' is missing'], unless: ['exec ', 'libs', 'spawn', 'EFS utils', "can't open file", 'undefined_table', 'undefined_column', 'undefined method', 'undefined symbol', 'undefined function'] },
    { sure: 'possible', says: 'a pool that gets no connection may have been told of no database', words: ['(obtain|acquire|open|get|create) JDBC connection', 'Cannot create PoolableConnectionFactory'] },
    { sure: 'possible', says: 'localhost is where many clients look when no host is set', words: ['ECONNREFUSED (127.0.0.1|::1)', 'dial tcp (127.0.0.1|[::1]):# … refused', 'connection to server at "(localhost|127.0.0.1)"', 'connecting to localhost', "Can't connect to MySQL server on '(localhost|127.0.0.1)"], unless: ['ELB-HealthChecker'] },
  )),
  actions: evidence => [
    { title: 'Compare what the log names with what the task definition sets.', commands: [tailLogs(evidence), `${describeTaskDefinition(evidence)} --query 'taskDefinition.containerDefinitions[].[name,environment[].name,secrets[].name]'`], prop: 'environment' },
    { title: 'Take secrets from Secrets Manager.', commands: [], prop: 'secrets' },
  ],
};

function unsaid(evidence: Evidence): readonly Clue[] {
  return silentFailure(evidence, 'the log is not given; a setting that is missing is a common reason');
}

/** A name like `DATABASE_URL` beside words that miss it, whatever the language. */
const MISSED = [
  /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b["'`]?.{0,40}?\b(?:is not defined|not set|undefined|missing|required|must be (?:set|provided|defined)|not provided|is empty|be empty|unset)\b/,
  /\b(?:[Mm]issing|[Uu]ndefined|[Pp]lease (?:set|provide|define)|[Mm]ust (?:set|provide|define)|[Nn]eed to set|[Rr]equires?)\b.{0,40}?\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/,
];

const missesSomething = logMayHold(
  'is not defined', 'not set', 'undefined', 'missing', 'is required', 'must be set', 'must be provided', 'must be defined', 'not provided', 'is empty', 'be empty', 'Please set', 'Please provide', 'must set',
  'must provide', 'need to set', 'requires',
);

function namedVariable(evidence: Evidence): readonly Clue[] {
  if (!missesSomething(evidence)) return [];
  for (const { text, limit } of readingOf(evidence).log.all) {
    const match = MISSED.map(pattern => pattern.exec(text)).find(found => found !== null);
    if (match && !NOT_THE_APPLICATIONS.test(match[0])) {
      return [{ confidence: limit === 'possible' ? limit : 'likely', source: 'log', quote: quoteLine(text, match.index, match.index + match[0].length), says: 'a variable of the environment is missing' }];
    }
  }
  return [];
}

const NOT_THE_APPLICATIONS = /ALLOWED_HOSTS|\bERR_|MODULE_NOT_FOUND|\bAWS_|\bSSL_|CERTIFICATE|\bE_|_ERROR\b/;
