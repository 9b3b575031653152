import type { Templates } from '../facts/template/templates';

const REFERENCE = /\$\{([^{}]*?)\.(?:Ref|Arn)\}/g;
const ZONE = /'?\$\{AvailabilityZone (\d+)\}'?/g;

/** A word that may be the key of a resource: `Shop/TaskRole30FC0FBB`, or `shop.template.json/TaskRole`. */
const WORD = /[^\s'",;:(){}$]+/g;

/**
 * What was found, in the names that its author knows: constructs by their paths, resources without constructs by their logical ids,
 * and no symbol for what a reference or a list of zones turns out to be.
 */
export const inUserNames = (templates: Templates, seen: string): string => seen
  .replace(REFERENCE, (_, key: string) => nameOf(templates, key))
  .replace(ZONE, (_, index: string) => `Availability Zone ${Number(index) + 1} of the Region`)
  .replaceAll('${?}', '…')
  .replace(WORD, word => templates.withKey(word) === undefined ? word : nameOf(templates, word));

/** The construct above the resource is the one that people write. */
function nameOf(templates: Templates, key: string): string {
  const path = templates.withKey(key)?.path;
  if (path !== undefined) return path.replace(/\/Resource$/, '');
  // A parameter has no path of its own; templates without an app are called by their files.
  const file = templates.sources.find(({ stack, file: name }) => stack === name && key.startsWith(`${stack}/`))?.file;
  return file === undefined ? key : key.slice(file.length + 1);
}
