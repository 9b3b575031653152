import { describeTaskDefinition, tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { UNUSABLE_SETTING } from '../../vocabulary/unusable-setting';

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
    { log: ['[ALERT] (1) : config : Fatal errors found in configuration.'] },
    { log: ['command traefik error: field not found, node: redirect'] },
    { log: ['MongoParseError: option sslca is not supported'] },
    { log: ['airflow.exceptions.AirflowException: Could not create Fernet object: Incorrect padding'] },
    { log: ['[ERROR] [LICENSE] License key operation failure: ERR: Your trial period has terminated.'] },
  ],
  clues: inLog(...UNUSABLE_SETTING),
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
