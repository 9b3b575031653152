import { findLogs, tailLogs } from '../../advice/commands';
import { inLog, inStopReason, together } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The log router does not start. */
export const initFirelens: Signature = {
  cause: 'init/firelens',
  atBest: 'likely',
  retriable: false,
  says: 'The FireLens log router did not start with its configuration. Correct the options of logConfiguration and the '
    + 'configuration file of the router. Each output needs the name of a plugin that is in the image.',
  toConfirm: 'Read the log of the log router, or run its image with its configuration. An error about an option, a plugin, or '
    + 'the configuration file confirms it.',
  reads: ['stop', 'log'],
  explainsSymptoms: true,
  oftenConfused: ['init/log-config', 'app/aws-permission'],
  logTopics: ['log router'],
  stopFamilies: { 'log router': 1 },
  suspectChanges: ['log', 'execution role', 'containers'],
  seenIn: [
    {
      containerReason: 'CannotStartContainerError: ResourceInitializationError: failed to initialize logging driver: failed to get '
        + 'fluentd log driver arguments: logging driver specified of container app, but no log configuration specified',
    },
    {
      stoppedReason: 'unable to generate firelens config: unable to apply log options of container app to firelens config: '
        + 'missing output key Name',
    },
    {
      log: [
        "[2023/05/30 18:03:02] [error] [config] section 'configuration' tried to instance a plugin name that don't exists",
        '[2023/05/30 18:03:02] [error] configuration file contains errors, aborting.',
      ],
    },
    {
      log: [
        '[2024/02/01 10:00:00] [error] [output] could not create instance of plugin newrelic',
        '[2024/02/01 10:00:00] [error] [lib] backend failed',
      ],
    },
    {
      log: [
        '2021-01-01 00:00:00 +0000 [error]: config error file="/fluentd/etc/fluent.conf" '
          + 'error_class=Fluent::ConfigError error="Unknown output plugin \'newrelic\'"',
      ],
    },
  ],
  clues: together(
    inStopReason({
      sure: 'likely',
      says: 'the options of FireLens are not valid',
      words: [
        'firelens',
        'fluentd log driver',
        'fluentd … logging driver',
        'log router',
        'logging driver … fluentd',
      ],
    }),
    inLog(
      {
        sure: 'likely',
        says: 'the log router rejected its configuration',
        words: [
          'configuration file contain(s|) errors',
          'could not open parser configuration',
          'could not open configuration file',
          'fluent-bit … config … (error|invalid|failed)',
          'td-agent … config error',
          'fluentd … config error',
          'tried to instance a plugin name',
          '[output] could not',
          '[output] Failed to initialize',
          '[output:… is required',
          '[error] [config] ',
          '[config] error',
          'Fluent::ConfigError',
          'config error file=',
          '[lib] backend failed',
          'failed to initialize output plugin',
          '[error] [parser',
          'fluent-bit … could not be initialized',
          'cannot initialize output plugin',
          '[engine] … initialization failed',
        ],
      },
      {
        sure: 'possible',
        says: 'the log router reports an error',
        words: [
          '[error] [output:',
          '[error] [engine]',
        ],
      },
    ),
  ),
  actions: evidence => [
    {
      title: 'Read the log of the router and the options of the containers.',
      commands: [tailLogs(evidence, 'log_router'), findLogs(evidence)],
      prop: null,
    },
  ],
};
