import type { Finding } from './evaluate';
import { BY_DEFAULT, NOT_ON_FARGATE, UNJUDGED } from './model/not-judged';
import { openParameters, type OpenParameter, type Suppositions } from '../facts/template/source/open-parameters';
import type { Templates } from '../facts/template/templates';
import { memoized } from '../memoized';

/** What is found in templates, and the parameters that this depends on, by their keys. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly parameters: readonly string[];
}

type Judge = (templates: Templates) => Outcome;

/** More combinations of allowed values than these are not tried. */
const MOST_COMBINATIONS = 64;

/**
 * What is found whatever the parameters are, and what is found besides with their defaults.
 *
 * A deployment may replace a default, so what rests on one is a warning; what no allowed value mends is as grave as ever.
 */
export function withDefaults(templates: Templates, judge: Judge): readonly Finding[] {
  const certain = judge(templates);
  const open = choicesIn(templates);
  return certain.parameters.some(key => open.has(key)) ? new Supposed(templates, judge, certain.findings).findings() : certain.findings;
}

/** The parameters of templates that something is known of, by their keys. */
const choicesIn = memoized((templates: Templates): ReadonlyMap<string, OpenParameter> =>
  new Map(openParameters(templates.sources).map(parameter => [parameter.key, parameter])));

/** What is found when every parameter has its default, or else the first value that is allowed. */
class Supposed {
  private readonly values: Suppositions;
  private readonly found: readonly Finding[];
  /** The parameters that this depends on. */
  private readonly asked: readonly OpenParameter[];
  private readonly foundIn = memoized((templates: Templates): readonly Finding[] => this.judge(templates).findings);

  constructor(private readonly templates: Templates, private readonly judge: Judge, private readonly certain: readonly Finding[]) {
    const open = choicesIn(templates);
    this.values = new Map([...open].map(([key, { byDefault, allowed }]) => [key, byDefault ?? allowed?.[0] ?? '']));
    const { findings, parameters } = judge(templates.supposing(this.values));
    this.found = findings;
    this.asked = parameters.flatMap(key => open.get(key) ?? []);
  }

  public findings(): readonly Finding[] {
    const doubts = this.certain.filter(finding => finding.rule === UNJUDGED && !isAmong(this.found, finding));
    const more = this.found.filter(finding => !this.certain.some(known => covers(known, finding)));
    return [
      ...this.certain.filter(finding => !doubts.includes(finding)),
      ...doubts.flatMap(doubt => this.settled(doubt)),
      ...more.flatMap(finding => this.weighed(finding)),
    ];
  }

  /** A finding that some parameters are needed for, with what that says of it; one that needs a value nobody chose is none. */
  private weighed(finding: Finding): readonly Finding[] {
    const needed = this.neededFor(found => isAmong(found, finding));
    const isMended = (combination: Suppositions) => !isAmong(this.foundWith(combination), finding);
    if (!combinationsOf(needed).some(isMended)) return [{ ...finding, when: inWords(finding, `every allowed value of ${listed(needed)}`) }];
    if (needed.some(({ byDefault }) => byDefault === undefined)) return [];
    const word = needed.length === 1 ? 'default' : 'defaults';
    return [{ ...finding, level: 'warning', byDefault: true, when: inWords(finding, `the ${word} of ${listed(needed)}`) }];
  }

  /** A service that a default puts on Fargate is judged there, and may run elsewhere all the same. */
  private settled(doubt: Finding): readonly Finding[] {
    const isElsewhere = this.found.some(({ rule, at }) => rule === NOT_ON_FARGATE && at.path === doubt.at.path);
    const needed = this.neededFor(found => !isAmong(found, doubt));
    return isElsewhere ? [] : [{ ...doubt, rule: BY_DEFAULT, seen: `checked only with the default of ${listed(needed)}` }];
  }

  /** What is found with these values; with none it is known already. */
  private readonly foundWith = (values: Suppositions): readonly Finding[] =>
    values.size === 0 ? this.certain : this.foundIn(this.templates.supposing(values));

  /** The parameters without which something is not so; where each of several is enough, all of them. */
  private neededFor(isSo: (found: readonly Finding[]) => boolean): readonly OpenParameter[] {
    const needed = this.asked.filter(({ key }) => !isSo(this.foundWith(new Map([...this.values].filter(([other]) => other !== key)))));
    return needed.length > 0 ? needed : this.asked;
  }
}

const isSameFault = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && JSON.stringify(one.at) === JSON.stringify(other.at);

const isAmong = (findings: readonly Finding[], wanted: Finding): boolean => findings.some(finding => isSameFault(finding, wanted));

/** Whether a finding tells all that another one does. */
const covers = (known: Finding, other: Finding): boolean =>
  isSameFault(known, other) && (known.when === undefined || known.when === other.when);

/** Each way in which deployment may choose from the allowed values; what has no such list stays open. */
function combinationsOf(parameters: readonly OpenParameter[]): readonly Suppositions[] {
  const limited = parameters.flatMap(({ key, allowed = [] }) => allowed.length === 0 ? [] : [{ key, allowed }]);
  if (limited.reduce((count, { allowed }) => count * allowed.length, 1) > MOST_COMBINATIONS) return [new Map()];
  return limited.reduce<readonly Suppositions[]>((known, { key, allowed }) =>
    known.flatMap(each => allowed.map(value => new Map([...each, [key, value]]))), [new Map()]);
}

const inWords = ({ when }: Finding, circumstance: string): string => [when ?? [], `with ${circumstance}`].flat().join(' and ');

/** Such as `parameters 'Cpu' and 'Memory'`. */
const listed = (parameters: readonly OpenParameter[]): string =>
  `${parameters.length === 1 ? 'parameter' : 'parameters'} ${parameters.map(({ name }) => `'${name}'`).join(' and ')}`;
