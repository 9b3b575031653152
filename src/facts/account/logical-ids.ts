import type { AccountResource } from './model/account-resource';

/** Logical ids as CloudFormation wants them, of letters and digits, for resources that are known by ids and ARNs. */
export class LogicalIds {
  private readonly byId = new Map<string, string>();

  constructor(resources: readonly AccountResource[]) {
    const taken = new Set<string>();
    for (const { id, type } of resources) {
      const short = `${type.split('::').at(-1)}${id.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, '').replace(/[^A-Za-z0-9]/g, '')}`;
      const logicalId = free(short, taken);
      taken.add(logicalId);
      this.byId.set(id, logicalId);
    }
  }

  /** The logical id of the resource that is known by an id, or the id itself where there is no such resource. */
  public of(id: string): string {
    return this.byId.get(id) ?? id;
  }
}

/** What differs in punctuation only is told apart by a number. */
function free(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}x${count}`;
  return name;
}
