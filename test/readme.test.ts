import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { program } from '../src/cli/program';
import { diagnose } from '../src/diagnosis/diagnose';
import { readEvidence } from '../src/evidence/read/read-evidence';
import { CATALOGUE } from '../src/guardrails/catalogue';
import { renderText } from '../src/report/render-text';

const ROOT = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const README = read('README.md');

/** The block of code that follows a remark in the README. */
const blockAfter = (remark: string): string => {
  const [, after = ''] = README.split(`<!-- ${remark} -->\n`);
  return /^```[\w ]*\n([\s\S]*?)\n```/.exec(after)?.[1] ?? '';
};

test('the service that the README declares is the one of the example, imports included, which the tests synthesize', () => {
  const declared = blockAfter('examples/web-service/web-service.ts, held equal by a test');
  expect(declared).toContain('new HardenedFargateService(');
  expect(declared).toBe(read('examples/web-service/web-service.ts').trimEnd());
});

test('the message that the README shows is the one that a person gets', () => {
  const [evidence] = readEvidence(JSON.parse(read('examples/stops/secret-unreachable.json')));
  expect(blockAfter('what the library says of examples/stops/secret-unreachable.json, held equal by a test')).toBe(renderText(diagnose(evidence), { colour: false }).trimEnd());
});

test('the role that ECS needs in a new account is told to whoever deploys there first', () => {
  expect(read('docs/UPDATES.md')).toContain('aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com');
});

test('every rule that the README names is one of the catalogue', () => {
  const named = [...README.matchAll(/HardenedFargate::([a-z-]+)/g)].map(([, id]) => id);
  expect(named.length).toBeGreaterThan(0);
  expect(CATALOGUE.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
});

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/ARCHITECTURE.md', 'docs/decisions/README.md', 'docs/EVIDENCE.md'])('%s links to files that are there', file => {
  const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => join(ROOT, file, '..', link));
  expect(links.filter(link => !existsSync(link))).toEqual([]);
});

test('the scripts that README and CONTRIBUTING name are there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...(README + read('CONTRIBUTING.md')).matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

interface IssueForm {
  readonly name: string;
  readonly description: string;
  readonly body: readonly { readonly id: string; readonly attributes: { readonly label: string } }[];
}

describe('the issue form', () => {
  const FORMS = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(join(ROOT, FORMS)).filter(file => file !== 'config.yml');

  test.each(forms)('%s has what GitHub requires of a form, with an id of its own for each field', file => {
    const { name, description, body } = parse(read(join(FORMS, file))) as IssueForm;
    for (const text of [name, description, ...body.map(({ attributes }) => attributes.label)]) expect(text).toMatch(/\S/);
    expect(body.map(({ id }) => id)).toEqual([...new Set(body.map(({ id }) => id))]);
  });

  test('names commands that exist', () => {
    const commands = program().commands.map(command => command.name());
    const named = forms.flatMap(file => [...read(join(FORMS, file)).matchAll(/npx hardened-fargate ([a-z]+)/g)].map(([, command]) => command));
    expect([...new Set(named)].sort()).toEqual(['evidence', 'facts']);
    expect(commands).toEqual(expect.arrayContaining(named));
  });
});
