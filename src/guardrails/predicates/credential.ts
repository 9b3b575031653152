import { promisesCredential } from '../../aws/secret-names';
import { secretIn } from '../../aws/secret-shapes';
import type { ParameterFacts } from '../../facts/model/container';

/** What a program or its start script fills in itself: `${NAME}`, `$NAME`, `$(NAME)`, `{name}`, `{{ name }}`, `<name>`, `%s`, `%NAME%`. */
const PLACEHOLDER = `(?:${[
  String.raw`\$\{[^}]*\}`,
  String.raw`\$[A-Z][A-Z0-9_]*`,
  String.raw`\$\([A-Z][A-Z0-9_]*\)`,
  String.raw`\{[\w.-]+\}`,
  String.raw`\{\{ ?[\w.-]+ ?\}\}`,
  '<[^<>]+>',
  '%s',
  '%[A-Z][A-Z0-9_]*%',
].join('|')})`;

/** Values that are credentials by where they come from or stand, with what to say about them; a finding never shows the value itself. */
const SHAPES: readonly (readonly [shape: RegExp, says: string])[] = [
  [/\{\{resolve:(secretsmanager|ssm-secure):/, 'contains a dynamic reference to a secret, which CloudFormation resolves to plain text'],
  [/\$\{[^}]*\.(?:SecretAccessKey|ClientSecret)\}/, 'contains a secret that CloudFormation reads from a resource'],
  [new RegExp(String.raw`\b[A-Za-z][A-Za-z0-9+.-]*://[^\s/?#@:]*:(?!${PLACEHOLDER}@)[^\s/?#@]+@`), 'contains a URL with a password'],
  [
    new RegExp(String.raw`(?:^|[;\s])(?:[Pp]assword|PASSWORD|[Pp]wd|PWD)\s*=\s*(?!["']?\$\{|["']?${PLACEHOLDER}["']?(?:[;\s]|$))[^;\s]+`),
    'contains a connection string with a password',
  ],
];

/**
 * Values that say where or whether, and not what: a path, a URL, an ARN, a reference, a placeholder, a switch, a small number.
 *
 * A dummy such as `changeme` is none: nobody fills it in after deployment, so that it is the credential that the container gets.
 */
const PLAIN_VALUES: readonly RegExp[] = [
  /^\s*$/,
  /\$\{/,
  new RegExp(`^${PLACEHOLDER}$`),
  /^(?:true|false|yes|no|on|off|none|null|undefined|enabled|disabled|required|optional)$/i,
  /^\d{1,5}$/,
  /^\.{0,2}\//,
  /^~\//,
  /^[A-Za-z]:\\/,
  /^arn:/,
  /^[a-z][a-z0-9+.-]*:\/\//i,
  // The name of a secret, as Secrets Manager and Parameter Store spell it.
  /^[a-z0-9_.-]+(?:\/[a-z0-9_.-]+)+$/,
];

/** Why a variable looks like a credential, as the end of a sentence that begins with its name; absent for a plain setting. */
export function credentialIn(name: string, value: string): string | undefined {
  const secret = secretIn(value);
  if (secret !== undefined) return `contains ${secret}`;
  const shape = SHAPES.find(([pattern]) => pattern.test(value));
  if (shape !== undefined) return shape[1];
  if (!promisesCredential(name) || PLAIN_VALUES.some(pattern => pattern.test(value.trim()))) return undefined;
  return 'has the name of a credential and a plain value';
}

/** What a parameter can be instead of a credential: where that is, or what it is called. */
const PLACE = /(?:arn|name|path|id|url|uri)$/i;

/** Why a variable whose value a parameter gives looks like a credential, as the end of a sentence that begins with its name. */
export function credentialBy(variable: string, { choices, name, noEcho }: ParameterFacts): string | undefined {
  if (noEcho) return `has the value of the NoEcho parameter '${name}'`;
  if (choices || PLACE.test(name) || !promisesCredential(variable)) return undefined;
  return `has the name of a credential and the value of the parameter '${name}'`;
}
