import { UNUSABLE_ADDRESS } from './unusable-address';
import { UNUSABLE_FILE } from './unusable-file';
import { UNUSABLE_KEY, UNUSABLE_LICENSE } from './unusable-key';
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
    'ERR_SOCKET_BAD_PORT',
    'Port could not be cast to integer',
    'Failed to convert configuration value',
    'AdapterNot(Specified|Found)',
    'Unsupported driver [',
    'Database connection [ … ] not configured',
    "invalid value … for '--",
    'Unknown (database |)dialect',
    'No such configuration property',
    'for configuration property',
    'Invalid configuration option',
    'into Go struct field (Config|Settings|Options)',
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

/** What may as well be something else: no value at all, too little memory, or what FireLens writes into the file of a router. */
const PERHAPS: Wording = {
  sure: 'possible',
  says: 'a value or a file might have another form than the program expects',
  words: [
    '[config] error in /',
    'or cannot be converted',
    'available for allocation: -XX',
    'invalid literal for int()',
    'could not convert string to float',
    'NumberFormatException: For input string',
    'invalid digit found in string',
    'cannot unmarshal … into Go',
  ],
};

/** The directory that should be there may not have been made, or be hidden by a volume. */
const PATH: Wording = {
  sure: 'likely',
  says: 'a path that is set does not lead to a directory',
  words: ['provide a valid cache path'],
};

/** Every way in which programs say that something is set, and that they cannot use it. */
export const UNUSABLE_SETTING: readonly Wording[] = [
  VALUE, ARGUMENT, UNUSABLE_FILE, PERHAPS, UNUSABLE_ADDRESS, UNUSABLE_KEY, UNUSABLE_LICENSE, PATH,
];
