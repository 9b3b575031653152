import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a repository that a scaffold makes and changes. */
export class Repository {
  private readonly changes = new Map<string, string>();

  constructor(private readonly root: string) {}

  public has(file: string): boolean {
    return existsSync(join(this.root, file));
  }

  public read(file: string): string {
    return this.changes.get(file) ?? readFileSync(join(this.root, file), 'utf8');
  }

  /** Nothing is written before `save`, so that a fault leaves the repository as it was. */
  public write(file: string, text: string): void {
    this.changes.set(file, text);
  }

  /** Inserts a text before the first place in a file that a pattern matches. */
  public insertBefore(file: string, place: RegExp, text: string): void {
    const before = this.read(file);
    const index = before.search(place);
    if (index < 0) throw new Error(`'${file}' has no place for '${text.trim()}', but must match ${String(place)}; insert it by hand`);
    this.write(file, `${before.slice(0, index)}${text}${before.slice(index)}`);
  }

  /** Inserts an import beside the others from the same folder, in the order of their paths. */
  public insertImport(file: string, folder: string, path: string, name: string): void {
    const imported = [...this.read(file).matchAll(new RegExp(`^import .* from '\\./${folder}/(.+)';$`, 'gm'))];
    const next = imported.find(([, other]) => other > path);
    const line = `import { ${name} } from './${folder}/${path}';\n`;
    const last = imported[imported.length - 1];
    const after = this.read(file).slice(0, last.index + last[0].length + 1);
    if (next === undefined) this.write(file, `${after}${line}${this.read(file).slice(after.length)}`);
    else this.insertBefore(file, new RegExp(`^${escaped(next[0])}`, 'm'), line);
  }

  /** Writes everything, and tells which files are new or changed. */
  public save(): readonly string[] {
    for (const [file, text] of this.changes) {
      mkdirSync(dirname(join(this.root, file)), { recursive: true });
      writeFileSync(join(this.root, file), text);
    }
    return [...this.changes.keys()];
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
