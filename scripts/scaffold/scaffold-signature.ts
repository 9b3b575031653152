import { madeFromTemplate } from './made-from-template';
import { Repository } from './repository';

const CAUSES = 'src/causes/catalogue.ts';
const SCHEMA = 'src/diagnosis/model/diagnosis.schema.json';
const CATALOGUE = 'src/diagnosis/catalogue.ts';
const CASES = 'test/diagnosis/data/field-cases.json';
const WIDEST = 140;

/** Makes a signature, its cause if that is new, its places in the catalogs, its test and its case; tells which files are new or changed. */
export function scaffoldSignature(root: string, cause = ''): readonly string[] {
  const repository = new Repository(root);
  const causes: readonly string[] = JSON.parse(repository.read(SCHEMA)).$defs.cause.enum;
  requireNewCause(repository, cause, causes);
  const previous = previousOf(cause, causes);
  if (!causes.includes(cause)) addCause(repository, cause, causes[causes.indexOf(previous) + 1]);
  write(repository, 'signature.ts', signatureFile(cause), { "'unknown'": `'${cause}'`, 'newSignature': nameOf(cause) });
  enter(repository, cause, previous);
  write(repository, 'signature-tests.ts', `test/diagnosis/signatures/${cause}.test.ts`, { 'new/signature': cause });
  repository.insertBefore(CASES, /\n\]\s*$/, `,\n  ${JSON.stringify(caseOf(cause))}`);
  return repository.save();
}

const signatureFile = (cause: string): string => `src/diagnosis/signatures/${cause}.ts`;

const nameOf = (cause: string): string => cause.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());

function requireNewCause(repository: Repository, cause: string, causes: readonly string[]): void {
  if (!/^[a-z]+\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(cause)) {
    throw new Error(`the cause is '${cause}', but must be a group and a name in lower case; pass a cause such as 'init/log-network'`);
  }
  const groups = [...new Set(causes.filter(other => other.includes('/')).map(groupOf))];
  if (!groups.includes(groupOf(cause))) {
    throw new Error(`the group of '${cause}' is '${groupOf(cause)}', but must be one of ${groups.join(', ')}; pass a cause of one of these`);
  }
  if (repository.has(signatureFile(cause))) {
    throw new Error(`the cause is '${cause}', but must have no signature yet: ${signatureFile(cause)} exists; edit that file`);
  }
}

const groupOf = (cause: string): string => cause.slice(0, cause.indexOf('/'));

/** A new cause comes last in its group. */
function previousOf(cause: string, causes: readonly string[]): string {
  const index = causes.indexOf(cause);
  return index > 0 ? causes[index - 1] : causes.filter(other => groupOf(other) === groupOf(cause)).slice(-1)[0];
}

function addCause(repository: Repository, cause: string, next: string): void {
  repository.insertBefore(CAUSES, new RegExp(`^ {2}\\w+\\('${next}'`, 'm'), `  failure('${cause}', 'TODO: <Subject> <verb> <object>.'),\n`);
  repository.insertBefore(SCHEMA, new RegExp(`^ *"${next}"`, 'm'), `        "${cause}",\n`);
}

const write = (repository: Repository, template: string, file: string, names: Readonly<Record<string, string>>): void =>
  repository.write(file, madeFromTemplate(template, file, names));

/** The catalog is in the order of the causes; its lines hold as many names as fit. */
function enter(repository: Repository, cause: string, previous: string): void {
  repository.insertImport(CATALOGUE, 'signatures', cause, nameOf(cause));
  const lines = repository.read(CATALOGUE).split('\n').map(line => {
    const longer = line.startsWith('  ') ? line.replace(new RegExp(`\\b${nameOf(previous)},`), `$& ${nameOf(cause)},`) : line;
    return longer.length > WIDEST ? longer.replace(` ${nameOf(cause)},`, `\n  ${nameOf(cause)},`).replace(`${nameOf(cause)}, `, `${nameOf(cause)},\n  `) : longer;
  });
  repository.write(CATALOGUE, lines.join('\n'));
}

const caseOf = (cause: string): object => ({
  id: `TODO: rw-… (${cause})`,
  source: 'TODO: owner/repository#number of the public report',
  taskEvent: { stoppedReason: 'TODO: the message of the report' },
  cause,
  alsoAcceptable: [],
});
