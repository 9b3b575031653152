import { refusedOperation } from './refused-operation';

/** What applications call for their own data, so that its refusal is a line of their log. */
const OF_APPLICATIONS = '(?:Object|Bucket|Queue|Table|Topic|Stream|Item|Secret|Instance)\\w{0,40}\\b';

/** What reads an account, as people do who look for a failure. */
const READS = [
  `(?:Describe|List)(?!${OF_APPLICATIONS})\\w{1,80}`,
  '(?:Lookup|Filter|Search|BatchCheck)\\w{1,80}',
  'BatchGetImage|Get(?:LogEvents|Query|Metric|Role|Policy|Template|Resources|Service|Task|Deployment)\\w{0,40}',
].join('|');

const START = String.raw`^\s{0,8}(?:aws: )?(?:\[ERROR\]: ?)?`;

const REFUSED = new RegExp(`${START}${refusedOperation(READS)}(?: \\(reached max retries: \\d\\))?: ([^]*)$`);
const PARTS = /\((\w{1,80})\) when calling the (\w{1,80}) operation/;

/** What the AWS CLI says where no call was answered, and what to correct. */
const UNANSWERED: readonly (readonly [said: RegExp, correct: string])[] = [
  [/^You must specify a region\. You can also configure your region by running "aws configure"/, 'name the Region of the cluster'],
  [
    /^Could not connect to the endpoint URL: "https:\/\/(?:ecs|logs|monitoring|ec2|elasticloadbalancing|cloudformation|cloudtrail|iam)\./,
    'check the Region and the network of this computer',
  ],
  [/^The config profile \([^()]{1,80}\) could not be found/, 'correct the name of the profile'],
  [
    /^(?:Error loading SSO Token: |Error when retrieving token from sso: |The SSO session .{0,60} has expired)/,
    'sign in again with aws sso login',
  ],
];

/** An application says this too, so that only the command before it tells that it is no log. */
const NO_CREDENTIALS = /^Unable to locate credentials\b/;

/** How refusals of reads differ in what corrects them. */
const CORRECTIONS: readonly (readonly [code: RegExp, correct: string])[] = [
  [/AccessDenied|Unauthorized|NotAuthorized/i, 'allow the operation to the role of the command, or use another profile'],
  [/Expired|Token|AuthFailure|Signature|UnrecognizedClient|Credential/i, 'renew the credentials, and check the profile'],
  [/Throttl|LimitExceeded|TooManyRequests|SlowDown/i, 'repeat the command after some seconds'],
  [/NotFound|DoesNotExist|NoSuch|ValidationError/i, 'check the name, the cluster, the Region, and the profile of the command'],
];

const IS_PROMPT = /^\S{0,80}[$#%>❯] ?(?:sudo )?aws /;

const LONGEST = 200;

/** What a saved answer of the AWS CLI says, where AWS refused to read and nothing else was saved; undefined otherwise. */
export function refusedRead(lines: readonly string[]): string | undefined {
  const said = lines.map(line => line.trim()).filter(line => line !== '' && !IS_PROMPT.test(line));
  const isAsked = lines.some(line => IS_PROMPT.test(line.trim()));
  const told = said.map(line => isAsked && NO_CREDENTIALS.test(line) ? unanswered('sign in, or name a profile') : refusalIn(line));
  return said.length > 0 && told.every(refusal => refusal !== undefined) ? [...new Set(told)].join('; ') : undefined;
}

function refusalIn(line: string): string | undefined {
  const [, correction] = UNANSWERED.find(([words]) => words.test(line.replace(/^aws: (?:\[ERROR\]: )?/, ''))) ?? [];
  if (correction !== undefined) return unanswered(correction);
  const refused = REFUSED.exec(line);
  if (refused === null) return undefined;
  const [, code, operation] = PARTS.exec(line) ?? ['', '', ''];
  const [, correct] = CORRECTIONS.find(([codes]) => codes.test(code)) ?? ['', 'correct the command'];
  return `AWS refused ${operation} with ${code} (${inShort(refused[1])}), so this is no answer about a stop; ${correct}, and run it again`;
}

const unanswered = (correction: string): string =>
  `the command reached no account, so this is no answer about a stop; ${correction}, and run it again`;

const inShort = (message: string): string => {
  const text = message.trim().replace(/\.$/, '');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()} …`;
};
