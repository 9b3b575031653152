import { anyOf } from './any-of';
import { withBinariesRead } from './erlang-binary';
import { limitRetold } from './limit-retold';
import { readLogLine } from './log-line';
import { VocabularyScan } from './vocabulary';
import type { ContainerEvidence, Evidence } from '../../evidence/model/evidence';
import { isGuardDuty } from '../../evidence/model/guardduty';
import { memoized } from '../../memoized';
import { weaker } from '../model/confidence';
import type { Confidence } from '../model/diagnosis';

/** A text of the evidence, and where it stands. */
export interface Passage {
  readonly source: string;
  readonly text: string;
  /** How sure its words can make: less when said in passing, of another container, or by somebody else. */
  readonly limit: Confidence;
}

/** The texts of one kind, and which patterns of the vocabulary occur in any of them. */
export interface Passages {
  readonly all: readonly Passage[];
  readonly found: Uint8Array;
  /** Which readers look for any of them. */
  readonly concerned: Uint8Array;
}

/** The texts of some evidence, each kind read when it is first asked for. */
export class Reading {
  private ofStop?: Passages;
  private ofEvents?: Passages;
  private ofLog?: Passages;

  constructor(private readonly evidence: Evidence) {}

  /** What ECS says of this stop: the reasons of task, containers, attachments and deployment. */
  public get stop(): Passages {
    return this.ofStop ??= scanAll(stopTexts(this.evidence, this));
  }

  /** What the service says of itself; it may be of another task. */
  public get events(): Passages {
    return this.ofEvents ??= scanAll(eventTexts(this.evidence));
  }

  public get log(): Passages {
    return this.ofLog ??= scanLog(this.evidence.logTail);
  }
}

const LONGEST = 4096;
const MOST_LINES = 120;

/** All texts of the evidence, searched once for everything that any signature looks for. */
export const readingOf = memoized((evidence: Evidence) => new Reading(evidence));

/** The task's own words; where it has none, those of its service, which repeats them, and of programs that print what ECS told them. */
function stopTexts(evidence: Evidence, reading: Reading): readonly Passage[] {
  const own = [...taskTexts(evidence), ...changeTexts(evidence)];
  if (taskTexts(evidence).some(({ text }) => !SAYS_NOTHING.test(text))) return own;
  return [
    ...reading.log.all.filter(({ text }) => QUOTES_ECS.test(text)).map(line => ({ ...line, limit: 'likely' as const })),
    ...eventTexts(evidence),
    ...own,
  ];
}

const SAYS_NOTHING = /^(?:\s*task failed to start)?\W*$/i;
const QUOTES_ECS = anyOf(
  'Cannot(?:Pull|Start|Create|Inspect|Stop)\\w{0,20}Error',
  'ResourceInitializationError',
  'unable to place a task',
  'Task ?failed ?to ?start',
  'stopped ?reason',
  'failed (?:ELB|container) health checks',
  'is unhealthy in',
  'Capacity is unavailable',
  'Reason:? Capac',
  'unable to assume the role',
  'Spot Task was interrupted',
  'reached the limit on the number',
  '(?:failed to|error|cannot) pull(?:ing)? (?:and unpack )?(?:the )?image',
  'ErrImagePull',
  '(?:InvalidParameter|Client)Exception\\b[^]{0,300}'
  + '(?:\\bECS\\b|Fargate|launch type|platform version|task definition|for container|capacity provider|network mode)',
  'Service: (?:Amazon)?ECS',
  'operation error ECS: ',
  'Invalid request provided: (?:Create|Update)',
  'assume the service[- ]linked role',
  'Platform(?:TaskDefinitionIncompatibility|Unknown)Exception',
  'requested (?:capabilities|compatibilities) are not supported',
  'No Fargate configuration exists',
  'does not have an associated load balancer',
  'on services with a (?:CODE_DEPLOY|EXTERNAL) deployment controller',
  'Cannot depend on container',
  'already exists in stack arn:',
  'iam:PassRole',
  'Fargate (?:only supports|requires)',
  'pull after error',
  'descriptor matching platform',
  'unable to consistently start tasks',
  'lifecycle hook\\(s\\) failed',
  'does not satisfy the task definition',
  'calling the (?:RunTask|CreateService|UpdateService|RegisterTaskDefinition) operation',
);

function taskTexts({ task }: Evidence): readonly Passage[] {
  return [
    message('stoppedReason', task.stoppedReason),
    ...task.containers.filter(container => !isGuardDuty(container)).map(containerReason),
    ...task.attachments.map(({ type, statusReason }) => message(`attachment ${type ?? ''}`.trim(), statusReason)),
  ].filter(isFilled);
}

const changeTexts = ({ change }: Evidence): readonly Passage[] =>
  [message('deployment event', change?.reason), passage('deployment event', change?.eventName)].filter(isFilled);

const isFilled = ({ text }: Passage): boolean => text !== '';

/** The failure of a container that is not essential did not end the task. */
const containerReason = ({ name, reason, essential }: ContainerEvidence): Passage =>
  message(name ? `container ${name}` : 'container', reason, essential === false ? 'possible' : 'certain');

/** Oldest first, like a log: the last one that fits is the newest. */
const eventTexts = ({ serviceEvents }: Evidence): readonly Passage[] =>
  [...serviceEvents].reverse().map(event => message('service event', event));

/** What ECS says, or what somebody says that it said. */
const message = (source: string, text = '', limit: Confidence = 'certain'): Passage =>
  passage(source, text, weaker(limit, limitRetold(text)));

const passage = (source: string, text = '', limit: Confidence = 'certain'): Passage => ({ source, text: shorten(text), limit });

/** Keeps the head and the tail of a very long text: the deciding words stand at either end. */
const shorten = (text: string): string => text.length <= LONGEST ? text : `${text.slice(0, LONGEST * 3 / 4)} ${text.slice(-LONGEST / 4)}`;

/** No container says so: somebody tells what ECS said. */
const NAMES_ERROR_OF_ECS = /(?:Pull|Start|Create|Inspect)(?:Container|ECR|Image)\w{0,20}Error|InitializationError/i;

const NOTHING: Passages = { all: [], found: new Uint8Array(0), concerned: new Uint8Array(0) };

function scanAll(all: readonly Passage[]): Passages {
  if (all.length === 0) return NOTHING;
  const scan = new VocabularyScan();
  for (const { text } of all) scan.scan(text);
  return { all, found: scan.found, concerned: scan.concerned };
}

/** Only telling lines are kept, and only those are read as JSON: most lines of a log say nothing of its end. */
function scanLog(lines: readonly string[]): Passages {
  if (lines.length === 0) return NOTHING;
  const scan = new VocabularyScan();
  const telling = lines.map(withBinariesRead).filter(line => scan.scan(shorten(line)));
  const all = telling.slice(-MOST_LINES).flatMap(readLogLine).map(({ text, loudness }) =>
    passage('log', text, loudness === 'quiet' ? 'possible' : NAMES_ERROR_OF_ECS.test(text) ? 'likely' : 'certain'));
  return { all, found: scan.found, concerned: scan.concerned };
}
