import type { Wording } from '../matching/wording';

/** How programs say that they cannot use a value that is set. */
const VALUE: Wording = {
  sure: 'likely',
  says: 'the application cannot read a value that is set',
  words: [
    '[emerg] unknown directive',
    '[emerg] invalid (parameter|number of arguments|value|port)',
    'strconv.Parse(Int|Bool|Float|Uint): parsing … invalid syntax',
    'yaml: unmarshal errors',
    'yaml: line #: (did not find|mapping values|could not find)',
    'toml: line # … expected',
    'Failed to bind properties under',
    '(cannot start|failed to build) pipelines',
    'failed to get config: invalid configuration',
    'invalid value … for (environment variable|env var|flag)',
    'URL must specify one of the following schemes',
    '(unsupported|unknown|invalid) (URL|URI) scheme',
    'No scheme supplied',
    'first path segment in URL cannot contain colon',
    'Unable to convert value … to target type',
    'SRCFG000(29|39)',
    'ConfigException$(WrongType|BadValue|Parse|ValidationFailed)',
    'Provided … token is not valid',
    'default discovery settings are unsuitable',
    'Different lower_case_table_names settings',
    'page size … but the innodb_page_size',
  ],
  unless: ['is not set', 'parsing "": invalid syntax', 'undefined', ' missing'],
};

/** How programs say that they do not know an argument. */
const ARGUMENT: Wording = {
  sure: 'likely',
  says: 'the program does not know an argument of the command; an entry point in the image may stand before it',
  words: [
    'Got unexpected extra argument',
    'error: unrecognized arguments: ',
    'flag provided but not defined: ',
    'unknown (shorthand |long |)flag: ',
    'unknown flag `',
    'Error: No such option: ',
    'Unrecognized option: -',
    'Unrecognized VM option',
    "error: unexpected argument '",
    "error: unknown option '",
    'node: bad option: ',
    "invalid option -- '",
    "unrecognized option '",
    'Invalid (maximum|initial) heap size',
    'Incompatible (minimum|initial) and maximum heap sizes',
    'Improperly specified VM option',
    'Multiple garbage collectors selected',
  ],
};

/** How servers and proxies reject their configuration file. */
const FILE: Wording = {
  sure: 'likely',
  says: 'the program rejects its configuration file',
  words: [
    'broken auth file',
    'syntax error in configuration',
    'field not found, node: ',
    'failed to decode configuration from (flags|environment variables)',
    'adapting config using ',
    'Caddyfile:# … unrecognized directive',
    'Fatal errors found in configuration',
    'Error(s) found in configuration file',
    'FATAL CONFIG FILE ERROR',
    'Bad directive or wrong number of arguments',
    'error parsing declarative config',
    'failed parsing declarative configuration',
    'AH00526: Syntax error',
    'perhaps misspelled or defined by a module',
    '[emerg] … directive is (not allowed|duplicate)',
    '[emerg] unexpected ',
    'unrecognized configuration parameter',
    'FATAL: … configuration file … contains errors',
    "[ERROR] … unknown variable '",
    'error parsing YAML config file',
    'there is no setting with that name',
    'Error generating configuration in phase',
    'Unknown configuration variable',
    'unknown setting [',
    'ConfigException: Invalid value',
    'Invalid url in bootstrap.servers',
    'Invalid config, exiting abnormally',
    '.(yml|yaml) has an error:',
    'yaml.(scanner.ScannerError|parser.ParserError)',
    'mapping values are not allowed',
    'bad indentation of a mapping entry',
    'snakeyaml.(scanner|parser)',
  ],
  unless: ['permission denied', "Can't resolve", 'No such file'],
};

/** What may as well be something else: no value at all, too little memory, or what FireLens writes into the file of a router. */
const PERHAPS: Wording = {
  sure: 'possible',
  says: 'a value or a file might have another form than the program expects',
  words: ['[config] error in /', 'or cannot be converted', 'available for allocation: -XX'],
};

/** How clients say that an address or a connection string is none. */
const ADDRESS: Wording = {
  sure: 'likely',
  says: 'the client cannot read an address or a connection string that is set',
  words: [
    'InvalidURLError',
    'MongoParseError',
    'P1013',
    'provided database string is invalid',
    'Could not parse (rfc1738|SQLAlchemy) URL',
    'failed to parse as (URL|keyword)',
    'invalid dsn',
    'invalid connection (option|string)',
    'invalid URL escape',
    'invalid character … in host name',
    'net/url: invalid userinfo',
    'invalid port … after host',
    'RelativeUrlWithoutBase',
    'URI malformed',
    'claims to not accept jdbcUrl',
    'Format of the initialization string does not conform',
    'Keyword not supported: ',
  ],
  unless: ['undefined', 'parse ""', 'got: ""', 'is not set'],
};

/** How programs say that a key, a certificate, or a keystore has another form than they expect. */
const KEY: Wording = {
  sure: 'likely',
  says: 'a key or certificate that is set does not have the form that the program expects',
  words: [
    'Could not create Fernet object',
    'Fernet key must be',
    'key must be # bytes',
    'invalid key size #',
    'Invalid (AES |)key length',
    'not secure enough for any JWT',
    'PEM routines … no start line',
    'DECODER routines::unsupported',
    'Invalid PEM formatted message',
    'failed to (parse|decode) (private key|PEM|certificate)',
    'failed to find any PEM data',
    'illegal base64 (character|data)',
    'Mismatching encryption keys',
    'key values mismatch',
    'Keystore was tampered with, or password was incorrect',
    'keystore password was incorrect',
    'specified network password is not correct',
  ],
};

/** How programs say that they have no license to run. */
const LICENSE: Wording = {
  sure: 'likely',
  says: 'the license of the program is not valid, or has expired',
  words: [
    'licen(s|c)e (key |file |)(has expired|is expired|is invalid|is not valid|is corrupt)',
    '(invalid|expired) license',
    'no valid license',
    'license problem',
    'license (check|validation) failed',
    'License key operation failure',
    'trial (period |license |)has (expired|ended|terminated)',
    'Failed to (validate|verify) license',
  ],
  unless: ['will expire'],
};

/** The directory that should be there may not have been made, or be hidden by a volume. */
const PATH: Wording = {
  sure: 'likely',
  says: 'a path that is set does not lead to a directory',
  words: ['provide a valid cache path'],
};

/** Every way in which programs say that something is set, and that they cannot use it. */
export const UNUSABLE_SETTING: readonly Wording[] = [VALUE, ARGUMENT, FILE, PERHAPS, ADDRESS, KEY, LICENSE, PATH];
