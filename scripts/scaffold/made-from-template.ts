import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The template is a file of this repository, so that the compiler holds it against the form. */
const FOLDER = 'scripts/scaffold/template';

/** The text of a template, with other names in it and with imports that are right where the file will be. */
export function madeFromTemplate(template: string, target: string, names: Readonly<Record<string, string>>): string {
  const text = readFileSync(join(__dirname, 'template', template), 'utf8')
    .replace(/from '(\.[^']+)'/g, (_, path: string) => `from '${importPath(dirname(target), join(FOLDER, path))}'`);
  return Object.entries(names).reduce((rest, [placeholder, name]) => rest.replaceAll(placeholder, name), text);
}

function importPath(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
