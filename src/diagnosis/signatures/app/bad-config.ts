import { describeTaskDefinition, tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The application was told something that it cannot use. */
export const appBadConfig: Signature = {
  cause: 'app/bad-config',
  atBest: 'likely',
  retriable: false,
  says: 'A configuration value or file is set, but the application cannot use it. '
    + 'Correct the value that the log names, in the environment, the secret, or the file.',
  toConfirm: 'Compare the value that the log names with the format that the application expects. '
    + 'A difference confirms it.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/missing-config', 'exit/application-error'],
  onlyLogTellsApart: true,
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'environment files', 'secrets', 'command'],
  seenIn: [
    { log: ['nginx: [emerg] unknown directive "proxy_pas" in /etc/nginx/conf.d/default.conf:12'] },
    { log: ['strconv.ParseInt: parsing "eighty": invalid syntax'] },
    { log: ['Error: cannot start pipelines: failed to initialize NodeCapacity: lstat /rootfs/proc: no such file or directory'] },
    { log: ['ValueError: Redis URL must specify one of the following schemes (redis://, rediss://, unix://)'] },
    { log: ['panic: yaml: unmarshal errors: line 4: cannot unmarshal !!str `abc` into int'] },
  ],
  clues: inLog({
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
    ],
    unless: ['is not set', 'parsing "": invalid syntax', 'undefined', ' missing'],
  }, {
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
      "error: unexpected argument '",
      "error: unknown option '",
      'node: bad option: ',
      "invalid option -- '",
      "unrecognized option '",
    ],
  }),
  actions: evidence => [
    {
      title: 'Read the value that the log names, and correct it.',
      commands: [
        tailLogs(evidence),
        `${describeTaskDefinition(evidence)} --query `
          + "'taskDefinition.containerDefinitions[].{name:name,environment:environment[].name,secrets:secrets[].name}'",
      ],
      prop: 'environment',
    },
  ],
};
