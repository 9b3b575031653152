import { isLogEntry } from './kind-of-text';
import { looksLikeName, mayBeName, meansNothingElse } from './no-names';
import { REGION_PATTERN } from '../../aws/partitions';

/** The kinds of things whose names have no form of their own, by what people call them. */
const CALLED = {
  cluster: '(?:ECS_)?cl[uú]ster',
  container: 'container',
  service: '(?:ECS_)?(?:service|servicio)',
  stack: '(?:CloudFormation |CDK )?stack',
} as const;

/** A kind of thing that people call by its kind and its name. */
type CalledKind = keyof typeof CALLED;

/** Whether people call things of a kind by their kind and their name. */
export const isCalled = (kind: string): kind is CalledKind => Object.hasOwn(CALLED, kind);

interface Place {
  readonly pattern: RegExp;
  readonly isName: (word: string, line: string) => boolean;
}

const NAME = '([a-z](?:[\\w-]{0,253}[a-z0-9])?)(?![\\w-]|\\.\\w)';
const QUOTE = '["\'`“”„‘’«»‹›]';
const MARKS = '[*_`"\'“”„‘’«»‹›]{0,3}';
const SPACE = '[ \\t]{0,20}';
/** What a list names beside. */
const BESIDE = 'cluster|service|region|tasks?|container|stack|exit|account|log|reason|status';
/** What follows a name in a list, a table or at the end of a sentence. */
const END = `(?=${MARKS}${SPACE}(?:$|[,;)|\\]]|[.!](?:\\s|$)|(?<=\\s)[*•·–—(>/-]|(?<=\\s)[*_]{0,2}(?:${BESIDE})\\b))`;
/** What stands before one of the things that a list names. */
const BEFORE_ITEM = '(?:^|[,;(|:]|[.!?] |\\b(?:in|on|of|for|and|the|our|ECS)) {0,3}';
/** `as a service: network, roles` explains, and names nothing. */
const NO_ARTICLE = '(?<!\\b(?:a|an|any|each|every|no|one|that|this) )';
/** `(Service: AmazonECS; Status Code: 400; …)` in the errors of AWS SDKs is a service of AWS. */
const NO_SDK_ERROR = '(?![;,]\\s{0,4}Status Code)';
/** Verbs that tell how a container ended. */
const ENDED = `(?=${MARKS} (?:${[
  'exit(?:ed|s)', 'stop(?:ped|s)', 'died', 'dies', 'crash(?:ed|es)', '(?:was|is) killed', 'fail(?:ed|s)', 'ended', 'terminated', 'finished',
].join('|')})\\b)`;

const PLACES = Object.fromEntries(Object.entries(CALLED).map(([kind, word]) => [kind, placesOf(word, kind === 'stack')])) as
  Readonly<Record<CalledKind, readonly Place[]>>;

/** Where a thing of a kind is named; of a stack a label says that it names it, because technologies are a stack too. */
function placesOf(word: string, isLabelExplicit: boolean): readonly Place[] {
  // After `AWS::ECS::Service` stands the logical id, which is the name of nothing outside of the template.
  const called = `(?<![\\w-]|::)${word}`;
  const label = `${called}(?:[ _-]?name)${isLabelExplicit ? '' : '?'}`;
  return [
    place(`${label}(?: is| ist| es)?${SPACE}[:=]?${SPACE}${QUOTE}{1,3}${NAME}${QUOTE}`, mayBeName),
    place(`\`${NAME}\` (?:ECS )?${word}\\b`, mayBeName),
    place(`${NO_ARTICLE}${label}${MARKS}${SPACE}(?:[:=|]|[–—-](?= ))[ \\t*_\`"'>|]{0,20}${NAME}${END}${NO_SDK_ERROR}`, mayBeName),
    place(`^${SPACE}${label}${SPACE}\\n{1,2}${SPACE}${NAME}${SPACE}$`, mayBeName),
    place(`${called}s ?[>›»] ?${NAME}${SPACE}(?=[>›»]|$)`, mayBeName),
    place(`${called} ${NAME}`, looksLikeName),
    place(`${BEFORE_ITEM}${called} ${NAME}${END}`, (name, line) => meansNothingElse(name) && namesMore(line, name)),
    ...word === CALLED.container ? [place(`${called} ${NAME}(?:${ENDED}|(?=${SPACE}[–—|:(-]{1,2}${SPACE}exit))`, meansNothingElse)] : [],
  ];
}

function place(pattern: string, isName: Place['isName']): Place {
  return { pattern: new RegExp(pattern, 'gim'), isName };
}

/** Whether a line names another thing in a form that leaves no doubt. */
const namesMore = (line: string, name: string): boolean =>
  ANY_REGION.test(line)
  || [...line.matchAll(/\b(?:cluster|service) ([\w-]{1,255})/gi)].some(([, other]) => other !== name && looksLikeName(other));

const ANY_REGION = new RegExp(`(?<![\\w-])(?:${REGION_PATTERN})(?![\\w-])`);

/** The names that people give to things of a kind in sentences, lists, tables and copied pages. */
export function namesInProse(text: string, kind: CalledKind): ReadonlySet<string> {
  const names = PLACES[kind].flatMap(({ pattern, isName }) => [...text.matchAll(pattern)].flatMap(({ index, 0: whole, 1: name }) => {
    const line = lineAt(text, index + whole.length);
    return !isLogEntry(line) && isName(name, line) ? [name] : [];
  }));
  return new Set(names);
}

function lineAt(text: string, index: number): string {
  const end = text.indexOf('\n', index);
  return text.slice(text.lastIndexOf('\n', index - 1) + 1, end < 0 ? text.length : end);
}
