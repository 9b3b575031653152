import * as fc from 'fast-check';

/** Where the name of a secret stands beside its value. */
type Form = (name: string, value: string) => string;
/** What stands around a text. */
type Frame = (text: string) => string;

const json = (value: unknown): string => JSON.stringify(value);
const inJson = (text: string): string => json(text).slice(1, -1);
const inXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const inShell = (text: string): string => `'${text.replace(/'/g, "'\\''")}'`;
const inSql = (text: string): string => `'${text.replace(/'/g, "''")}'`;
const inCode = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
const fullWidth = (text: string): string => text.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** Columns have names of one word. */
const identifier = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '_');

/** Forms that can hold any value. */
export const FORMS_FOR_ALL: Readonly<Record<string, Form>> = {
  'a JSON object': (name, value) => json({ user: 'app', [name]: value, port: 1 }),
  'a JSON object, indented': (name, value) => JSON.stringify({ db: { [name]: value } }, null, 2),
  'JSON in JSON': (name, value) => json({ msg: json({ [name]: value }) }),
  'JSON in JSON in JSON': (name, value) => json({ log: json({ msg: json({ [name]: value }) }) }),
  'a variable of ECS': (name, value) => json({ environment: [{ name: 'STAGE', value: 'x' }, { name, value }] }),
  'a variable of ECS, the value first': (name, value) => json([{ value, name }]),
  'a tag': (name, value) => json([{ Key: name, Value: value }]),
  'a parameter of CloudFormation': (name, value) => json({ ParameterKey: name, ParameterValue: value }),
  'a default of CloudFormation': (name, value) => json({ [name]: { Type: 'String', Default: value } }),
  'an item of DynamoDB': (name, value) => json({ [name]: { S: value } }),
  'an attribute of OpenTelemetry': (name, value) => json({ key: name, value: { stringValue: value } }),
  'JSON with escapes': (name, value) => `{\\u0022${name}\\u0022:\\u0022${inJson(value)}\\u0022}`,
  'an attribute of XML': (name, value) => `<db user="a" ${name.replace(/[^\p{L}\p{N}_.-]/gu, '-')}="${inXml(value)}"/>`,
  'an element of XML': (name, value) => `<config><${name}>${inXml(value)}</${name}></config>`,
  'a setting of XML': (name, value) => `<add key="${name}" value="${inXml(value)}" />`,
  'a setting of XML, the value first': (name, value) => `<add value="${inXml(value)}" key="${name}" />`,
  'a property of XML': (name, value) => `<property name="${name}">${inXml(value)}</property>`,
  'CDATA': (name, value) => `<${name}><![CDATA[${value}]]></${name}>`,
  'an option, quoted': (name, value) => `Command failed: app --${name} ${inShell(value)} --port 1`,
  'an option with =, quoted': (name, value) => `Command failed: app --${name}=${inShell(value)} --port 1`,
  'a list of arguments': (name, value) => `spawn app ENOENT ${json(['app', `--${name}`, value, '--port', '1'])}`,
  'a list of arguments of Python': (name, value) => `['app', '--${name}', ${inCode(value)}, '-v']`,
  'an exported variable': (name, value) => `declare -x ${name}=${json(value)}`,
  'an assignment of SQL': (name, value) => `UPDATE users SET name = 'a', ${name} = ${inSql(value)} WHERE id = 1`,
  'an insertion of SQL': (name, value) => `INSERT INTO users (name, ${name}) VALUES ('a', ${inSql(value)})`,
  'an array of PHP': (name, value) => `array (\n  '${name}' => ${inCode(value)},\n)`,
  'a dump of PHP': (name, value) => `array(1) {\n  ["${name}"]=>\n  string(${value.length}) "${value.replace(/\n/g, '\\n')}"\n}`,
  'a constant of PHP': (name, value) => `define('${name}', ${inCode(value)});`,
  'a dictionary of Python': (name, value) => `environ({'${name}': ${inCode(value)}, 'HOME': '/root'})`,
  'an object of Python': (name, value) => `Config(host='h', ${name}=${inCode(value)}, port=1)`,
  'bytes of Python': (name, value) => `${name}=b${inCode(value)}`,
  'a tuple of Python': (name, value) => `[('${name}', ${inCode(value)}), ('HOME', '/')]`,
  'a struct of Rust': (name, value) => `Config { ${name}: ${json(value)}, port: 1 }`,
  'an option of Rust': (name, value) => `Config { ${name}: Some(${json(value)}), port: 1 }`,
  'a hash of Ruby': (name, value) => `{:user=>"a", :${name}=>${json(value)}}`,
  'an object of Ruby': (name, value) => `#<Db:0x01 @host="h", @${name}=${json(value)}>`,
  'a struct of Go': (name, value) => `main.Config{User:"app", ${name}:${json(value)}}`,
  'a map of Elixir': (name, value) => `%{user: "app", ${name}: ${json(value)}}`,
  'a tuple of Erlang': (name, value) => `[{user,"app"},{${name},${json(value)}}]`,
  'a map of Clojure': (name, value) => `{:user "a", :${name} ${json(value)}}`,
  'an object of JavaScript': (name, value) => `{ user: 'a', '${name}': ${inCode(value)}, port: 1 }`,
  'YAML, quoted': (name, value) => `db:\n  user: app\n  ${name}: ${json(value)}`,
  'a variable in YAML': (name, value) => `env:\n- name: ${name}\n  value: ${json(value)}`,
  'TOML': (name, value) => `[db]\n${name} = ${json(value)}`,
  'HCL': (name, value) => `variable "${name}" {\n  default = ${json(value)}\n}`,
  'logfmt': (name, value) => `level=error msg="no" ${name}=${json(value)} took=1ms`,
  'a sentence with quotes': (name, value) => `${name} is ${json(value)}`,
  'a query': (name, value) => `GET /cb?a=1&${encodeURIComponent(name)}=${encodeURIComponent(value)}&b=2 500`,
  'a query behind an escape': (name, value) => `GET /login?to=${encodeURIComponent(`/cb?${name}=${encodeURIComponent(value)}&b=2`)}`,
  'an escaped pair': (name, value) => `body=${encodeURIComponent(json({ [name]: value }))}`,
  'entities of HTML': (name, value) => `<td>{&quot;${name}&quot;:&quot;${inXml(inJson(value))}&quot;}</td>`,
};

/** Forms in which a blank, a quote or a comma ends the value. */
export const FORMS_FOR_WORDS: Readonly<Record<string, Form>> = {
  'a variable': (name, value) => `${name}=${value} rejected`,
  'an option': (name, value) => `Command failed: app --${name} ${value} --port 1`,
  'an option with =': (name, value) => `Command failed: app --${name}=${value} --port 1`,
  'a variable of Docker': (name, value) => `docker run -e ${name}=${value} app`,
  'a setting of Helm': (name, value) => `helm upgrade --set main.${name}=${value},a=b failed`,
  'a map of Java': (name, value) => `Config: {db.user=app, db.${name}=${value}, db.port=1}`,
  'a record of Java': (name, value) => `Config[user=app, ${name}=${value}]`,
  'a record of C#': (name, value) => `Options { User = app, ${name} = ${value} }`,
  'a case class of Scala': (name, value) => `Config(${name} = ${value})`,
  'a map of Go': (name, value) => `map[host:h ${name}:${value} port:1]`,
  'print_r': (name, value) => `Array ( [user] => a [${name}] => ${value} )`,
  'YAML': (name, value) => `db:\n  user: app\n  ${name}: ${value}\n  port: 1`,
  'a block of YAML': (name, value) => `${name}: |\n  ${value}\nuser: a`,
  'a list of Compose': (name, value) => `environment:\n  - ${name}=${value}\n  - X=1`,
  'an INI file': (name, value) => `[db]\n${name} = ${value}\nport = 1`,
  'a properties file': (name, value) => `spring.datasource.${name}=${value}`,
  'a connection string': (name, value) => `Server=db;User Id=sa;${name}=${value};Encrypt=true`,
  'a colon': (name, value) => `${name}: ${value}`,
  'a colon of full width': (name, value) => `${name}：${value} が無効です`,
  'an equals sign of full width': (name, value) => `${name}＝${value}`,
  'letters of full width': (name, value) => fullWidth(`${name}=${value}`),
  'blanks that do not break': (name, value) => `${name}\u00a0:\u00a0${value}`,
  'ideographic blanks': (name, value) => `${name}　：　${value}`,
  'many blanks': (name, value) => `${name}     =     ${value}`,
  'an arrow': (name, value) => `${name} -> ${value}`,
  'the next line': (name, value) => `${name}:\n    ${value}\n`,
  'a table': (name, value) => `| ${name} | ${value} |`,
  'a table of psql': (name, value) => ` id | ${identifier(name)} | role \n----+------+------\n  1 | ${value} | app\n  2 | ${value} | job\n(2 rows)`,
  'a table of MySQL': (name, value) => `+----+------+\n| id | ${identifier(name)} |\n+----+------+\n|  1 | ${value} |\n+----+------+`,
  'a record of psql': (name, value) => `-[ RECORD 1 ]--\nid | 1\n${identifier(name)} | ${value}`,
  'an export with semicolons': (name, value) => `id;${identifier(name)};role\n1;${value};app\n2;${value};job`,
  'an export with commas': (name, value) => `id,${identifier(name)},role\n1,${value},app`,
  'an export with tabs': (name, value) => `id\t${identifier(name)}\trole\n1\t${value}\tapp`,
  'letters that look alike': (name, value) => `${name.replace(/[aeo]/g, letter => ({ a: 'а', e: 'е', o: 'ο' })[letter] ?? letter)}=${value}`,
  'a tabulator': (name, value) => `${name}\t${value}`,
  'zero-width letters': (name, value) => `${name.slice(0, 2)}\u200b${name.slice(2)}=${value}`,
  'colors': (name, value) => `\x1b[1m${name}\x1b[0m: \x1b[32m${value}\x1b[39m`,
  'escapes of a server': (name, value) => `body: "{\\x22${name}\\x22:\\x22${value}\\x22}"`,
  'a part of a form': (name, value) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b`,
};

/** What a text may stand in, without a change to the text itself or with one that a reader undoes. */
export const FRAMES: Readonly<Record<string, Frame>> = {
  'nothing': text => text,
  'a sentence': text => `Error: could not start: ${text}`,
  'the prefix of a log': text => text.split('\n').map(line => `2026-11-03T02:47:31.123Z ERROR [main] ${line}`).join('\n'),
  'the prefix of Compose': text => text.split('\n').map(line => `app-1  | ${line}`).join('\n'),
  'the prefix of Kubernetes': text => text.split('\n').map(line => `2026-11-03T02:47:31.123456789Z stderr F ${line}`).join('\n'),
  'a message in JSON': text => json({ level: 'error', time: 1793674051, msg: text }),
  'a message in JSON in JSON': text => json({ log: json({ level: 'error', msg: text }) }),
  'colors': text => `\x1b[31merror\x1b[39m: \x1b[1m${text}\x1b[0m`,
  'a list': text => `- first\n- ${text}\n- last`,
  'parentheses': text => `failed (${text})`,
  'a stack trace': text => `Error: ${text}\n    at start (/app/src/main.js:12:7)`,
  'a field of logfmt': text => `level=error err=${json(text)} took=3ms`,
  'carriage returns': text => text.replace(/\r?\n/g, '\r\n'),
  'CSV': text => text.includes('\n') ? text : `2026-11-03,error,"${text.replace(/"/g, '""')}"`,
};

const STYLES: readonly ((words: readonly string[]) => string)[] = [
  words => words.join('_').toUpperCase(),
  words => words.join('_'),
  words => words.join('-'),
  words => words.map((word, index) => index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)).join(''),
  words => words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
];

const WHOSE = ['', 'db', 'redis', 'app', 'stripe', 'smtp', 'svc', 'keycloak', 'admin', 'legacy'];
const WHAT = [
  'password', 'passwd', 'pwd', 'pass', 'secret', 'token', 'api key', 'access key', 'secret key', 'private key', 'auth token', 'client secret',
  'credentials', 'signing key', 'encryption key', 'master key', 'webhook secret', 'jwt secret', 'refresh token', 'session token', 'hmac key',
  'passwort', 'senha', 'contraseña', 'wachtwoord', 'hasło', 'şifre', 'пароль',
];
const WHEN = ['', '', '', 'prod', '2', 'old', 'staging'];

/** Names under which people keep secrets. */
const names: fc.Arbitrary<string> = fc.tuple(
  fc.constantFrom(...WHOSE), fc.constantFrom(...WHAT), fc.constantFrom(...WHEN), fc.constantFrom(...STYLES),
).map(([whose, what, when, style]) => style([whose, ...what.split(' '), when].filter(word => word !== '')));

/** A value that stands for itself wherever a blank or a mark of punctuation ends a value. */
export const isWord = (value: string): boolean => /^[\w+/=~.-]+$/.test(value) && !value.endsWith('.');

interface Surrounding {
  readonly told: string;
  readonly put: (value: string) => string;
}

/** Forms around a value that has a name, in frames. */
export const surroundingsOf = (value: string, of = names): fc.Arbitrary<Surrounding> => {
  const forms = Object.entries({ ...FORMS_FOR_ALL, ...isWord(value) ? FORMS_FOR_WORDS : {} });
  return fc.tuple(of, fc.constantFrom(...forms), fc.constantFrom(...Object.entries(FRAMES))).map(([name, [form, write], [frame, around]]) => ({
    told: `${form} in ${frame} as ${name}`, put: secret => around(write(name, secret)),
  }));
};
