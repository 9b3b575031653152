import { anyOf, anyWordOf } from '../matching/any-of';
import type { LogTopic } from '../model/families';

/** What failures of one kind are told with. */
export interface Topic {
  readonly name: LogTopic;
  /** Every one of them has to occur in the line. */
  readonly words: readonly RegExp[];
}

const DENIED = /\b(?:denied|forbidden|not (?:authori[sz]ed|permitted|allowed)|unauthori[sz]ed|EACCES|EPERM|40[13])\b/i;
const ABSENT = anyWordOf(
  'not? (?:found|installed|available|such|exist|defined|commands)', 'cannot (?:find|load|import|locate)',
  "can't (?:find|load|open)", '(?:could|did) not (?:find|load|locate)', 'unable to (?:find|load|locate)', 'unknown',
  'undefined', 'missing', "does(?: not|n't) exist", 'failed to (?:load|import|find)',
);
const WRONG = anyWordOf(
  'missing', 'required', 'not (?:set|found|defined|provided|specified|valid|configured)', 'undefined', 'unset',
  'invalid', 'empty', 'malformed', 'unknown', 'unrecogni[sz]ed', 'unsupported', 'unexpected', 'expected', 'must',
  'bad', 'pars(?:e|ing)', 'contains? errors?', 'cannot be', 'wrong',
);
const REJECTED = anyOf(
  anyWordOf(
    'fail\\w*', 'invalid\\w*', 'denied', 'reject\\w*', 'incorrect', 'wrong', 'refused', 'expired', 'required',
    'missing', 'mismatch', 'not (?:allowed|permitted|authori[sz]ed|found)',
  ).source,
  '_(?:failed|denied|invalid)',
);

/** The more telling first: who speaks of a handshake speaks of connections, too. */
export const LOG_TOPICS: readonly Topic[] = [
  { name: 'log router', words: [/\bfluent-?(?:bit|d)\b|\btd-agent\b|\blog[ _-]?router\b|\bparsers? (?:configuration )?file\b/i] },
  { name: 'heap', words: [/\bheap\b|\bout of memory\b|OutOfMemory/i] },
  {
    name: 'denied port',
    words: [DENIED, /\b(?:bind\w*|DoBind|listen\w*|port \d+)\b/i],
  },
  {
    name: 'taken port',
    words: [/\b(?:address|port|socket|endpoint)\b/i, /\b(?:in use|taken|occupied|already)\b/i],
  },
  {
    name: 'kernel limit',
    words: [
      anyWordOf(
        'namespaces?', 'seccomp', 'sandbox', '[ru]limits?', 'sysctl', 'capabilit(?:y|ies)', 'inotify', 'max_map_count',
        'too many open files', 'io_uring', 'ptrace', 'mlock', 'memlock', 'clone3?', 'unshare',
      ),
    ],
  },
  {
    name: 'denied AWS action',
    words: [
      DENIED,
      anyWordOf(
        'aws', 's3', 'sqs', 'sns', 'kms', 'ssm', 'sts', 'iam', 'dynamodb', 'secretsmanager', 'secrets manager',
        'kinesis', 'bedrock', 'cognito', 'bucket', 'arn',
      ),
    ],
  },
  {
    name: 'AWS credentials',
    words: [/\b(?:aws|sts|imds|metadata|assume\w*|sdk)\b/i, /\b(?:credentials?|web identity|profile|session token|access key)\b/i],
  },
  {
    name: 'TLS',
    words: [
      anyOf(
        anyWordOf(
          'ssl', 'tls', 'https', 'x509', 'certificates?', 'cert', 'handshake', 'pkix', 'trust ?store', 'key ?store',
          'cipher', 'encrypt(?:ed|ion)',
        ).source,
        '_ssl\\b', 'ssl_',
      ),
    ],
  },
  {
    name: 'host name',
    words: [/\b(?:resolve|lookup|unknown ?host|name resolution|getaddrinfo|dns|nxdomain)\b/i, /["'` ][a-z][\w-]*[:"'` ]/],
  },
  {
    name: 'login',
    words: [
      anyOf(
        anyWordOf(
          'auth\\w*', 'login', 'passw(?:or)?d', 'credentials?', 'access token', 'api[ _-]?key', 'sasl', 'scram',
          'role', 'invalid_\\w*auth\\w*',
        ).source,
        '_auth\\w*',
      ),
      REJECTED,
    ],
  },
  {
    name: 'connection',
    words: [
      anyWordOf(
        'connect(?:ion|ing|or|ed)?', 'unreachable', 'refused', 'broker', 'upstream', 'socket', 'hang up',
        'broken pipe', 'ECONN\\w+', 'EHOST\\w+', 'disconnected', 'no response', 'timed? ?out', 'timeout',
        'unavailable', 'resolve', 'getaddrinfo', 'lookup',
      ),
    ],
  },
  { name: 'denied access', words: [DENIED] },
  { name: 'read-only file system', words: [/\bread-?only\b/i] },
  {
    name: 'failed write',
    words: [
      /\b(?:writ(?:e|ing|able)|unwritable|chown|chmod|mkdir|owner(?:ship)?|append mode)\b/i,
      /\b(?:cannot|can't|could not|unable|fail\w*|not)\b/i,
    ],
  },
  {
    name: 'state',
    words: [
      anyWordOf(
        'lock(?:ed|file)?', 'migrat\\w+', 'schema', 'already (?:exists|running|initialized)', 'corrupt\\w*', 'dirty',
        'checksum', 'pid ?file', 'stale', 'incompatible', 'downgrade', 'version mismatch', 'relation', 'table',
        'column', 'duplicate',
      ),
    ],
  },
  {
    name: 'missing module',
    words: [
      ABSENT,
      anyOf(
        anyWordOf(
          'modules?', 'packages?', 'librar(?:y|ies)', 'class', 'gem', 'plugin', 'extension', 'driver', 'assembly',
          'shared object', 'symbol', 'jar', 'dependency', 'binary', 'framework', 'namespace', 'commands?', 'import',
        ).source,
        '\\.so\\b',
      ),
    ],
  },
  {
    name: 'wrong setting',
    words: [
      WRONG,
      anyWordOf(
        'config\\w*', 'settings?', 'env\\w*', 'variables?', 'propert(?:y|ies)', 'options?', 'parameters?',
        'arguments?', 'flags?', 'keys?', 'secrets?', 'urls?', 'uri', 'dsn', 'ya?ml', 'toml', 'json', 'values?',
        'files?', 'section', 'field',
      ),
    ],
  },
];
