import { madeFromTemplate } from './made-from-template';
import { Repository } from './repository';
import type { Rule } from '../../src/guardrails/model/rule';

const CATALOGUE = 'src/guardrails/catalogue.ts';

/**
 * What a rule can judge, with the type of the rule, its list of bad configurations and of followed fixes, the resource that is bad there,
 * and what changes it in a test.
 */
const KINDS: Readonly<Record<Rule['judges'], readonly [type: string, corpus: string, spoilt: string, changer: string]>> = {
  service: ['ServiceRule', 'services', 'WORKER, SERVICE', 'withService'],
  task: ['TaskRule', 'tasks', 'WORKER, TASK', 'withTask'],
  container: ['ContainerRule', 'containers', 'WORKER, TASK', 'withContainer'],
  targetGroup: ['TargetGroupRule', 'load-balancers', 'WEB, TARGET_GROUP', 'withService'],
  listener: ['ListenerRule', 'load-balancers', 'WEB, SERVICE', 'withService'],
  loadBalancer: ['LoadBalancerRule', 'load-balancers', 'WEB, LOAD_BALANCER', 'withService'],
  cluster: ['ClusterRule', 'services', 'WORKER, SERVICE', 'withService'],
};

/** The last list of a file. */
const END_OF_LIST = /(?<=\n)\];\n(?![^]*\n\];\n)/;

/** Makes a rule, its place in the catalog, its test, its bad configuration and its followed fix; tells which files are new or changed. */
export function scaffoldGuardrail(root: string, id = '', judges = 'service'): readonly string[] {
  const repository = new Repository(root);
  requireNewId(repository, id);
  const [type, corpus, spoilt, changer] = kindOf(judges);
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const names = { 'new-guardrail': id, 'newGuardrail': name, 'ServiceRule': type, "judges: 'service'": `judges: '${judges}'`, 'withService': changer };
  write(repository, 'guardrail.ts', ruleFile(id), names);
  enter(repository, id, name);
  write(repository, 'guardrail-tests.ts', `test/guardrails/rules/${id}.test.ts`, names);
  repository.insertBefore(`test/guardrails/corpus/bad/${corpus}.ts`, END_OF_LIST, badConfiguration(id, spoilt));
  repository.insertBefore(`test/guardrails/fixes/${corpus}.ts`, END_OF_LIST, followedFix(id));
  return repository.save();
}

const ruleFile = (id: string): string => `src/guardrails/rules/${id}.ts`;

function requireNewId(repository: Repository, id: string): void {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id)) {
    throw new Error(`the id is '${id}', but must be two or more lower-case words joined by hyphens; pass an id such as 'log-retention'`);
  }
  if (repository.has(ruleFile(id))) throw new Error(`the id is '${id}', but must be new: ${ruleFile(id)} exists; pass another id, or edit that file`);
}

function kindOf(judges: string): typeof KINDS[Rule['judges']] {
  const kind = Object.entries(KINDS).find(([name]) => name === judges);
  if (kind === undefined) throw new Error(`what the guardrail judges is '${judges}', but must be one of ${Object.keys(KINDS).join(', ')}; pass one of these`);
  return kind[1];
}

const write = (repository: Repository, template: string, file: string, names: Readonly<Record<string, string>>): void =>
  repository.write(file, madeFromTemplate(template, file, names));

/** The catalog is in the order of the ids. */
function enter(repository: Repository, id: string, name: string): void {
  const listed = [...repository.read(CATALOGUE).matchAll(/^import \{ (\w+) \} from '\.\/rules\/(.+)';$/gm)];
  const next = listed.find(([, , other]) => other > id);
  repository.insertImport(CATALOGUE, 'rules', id, name);
  repository.insertBefore(CATALOGUE, next === undefined ? /(?<=\n)\];/ : new RegExp(`^ {2}${next[1]},$`, 'm'), `  ${name},\n`);
}

const badConfiguration = (id: string, spoilt: string): string => `  {
    sentence: 'TODO: what is wrong, as a colleague would say it (${id})',
    foundBy: ['${id}'],
    ...override(${spoilt}, 'TODO', 'TODO'),
  },
`;

const followedFix = (id: string): string =>
  `  ['${id}', 'TODO: the words of the fix that are followed', stack => void stack /* TODO: broken */, stack => void stack /* TODO: fixed */],\n`;
