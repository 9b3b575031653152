/** What the secret is, how it begins, and what follows; the more a beginning looks like an ordinary word, the stricter the rest. */
type SecretShape = readonly [what: string, begins: RegExp, follows: RegExp];

/**
 * Secrets that tell by themselves what they are, wherever they stand.
 *
 * Two letters in front make a short beginning the end of a word, as in `task-`; one is the end of an escape, as in `\n` or `%3D`.
 */
export const SECRET_SHAPES: readonly SecretShape[] = [
  ['a 1Password token', /ops_eyJ/, /[\w+/=-]{80,}/],
  [
    'an API key of Anthropic, Langfuse, OpenAI or OpenRouter',
    /sk-(?<![A-Za-z]{2}sk-)/,
    /(?:(?:admin|ant|lf|or-v1|proj|svcacct)-[\w-]{20,}|[A-Za-z0-9]{32,})/,
  ],
  ['an Atlassian token', /AT[AC]TT3/, /[\w=-]{20,}/],
  ['an AWS access key id', /A(?:BI|CC|KI|SI)A(?<![A-Za-z]{2}A[A-Z]{2}A)/, /[A-Z0-9]{16}(?![A-Z0-9])/],
  ['an API key of Amazon Bedrock', /ABSKQ|bedrock-api-key-/, /[\w+/=-]{40,}/],
  ['an AWS session token', /IQoJb3JpZ2lu|F[Qw]oGZXIvYXdz/, /[\w+/=%-]*/],
  ['a Cloudflare token', /cf(?:at|k|ut)_/, /[A-Za-z0-9]{40,}/],
  ['a Databricks token', /dapi/, /[A-Fa-f0-9]{32}(?:-\d)?/],
  ['a DigitalOcean token', /do[opr]_v1_/, /[a-f0-9]{32,}/],
  ['a Docker token', /dckr_[op]at_/, /[\w-]{20,}/],
  ['a Doppler token', /dp\.(?:audit|ct|pt|said|scim|st)\./, /(?:[\w-]{1,40}\.)?[A-Za-z0-9]{40,}/],
  ['a Dynatrace token', /dt0[a-z]\d\d\./, /[A-Z0-9]{24}\.[A-Z0-9]{64}/],
  ['a Figma token', /figd_/, /[\w-]{32,}/],
  ['a GitHub token', /gh[oprsu]_|github_pat_/, /[\w.-]{30,}/],
  ['a GitLab token', /gl(?:agent|cbt|dt|ft|imt|oas|pat|ptt|rt|soat)-/, /[\w.-]{16,}/],
  ['a Google API key or token', /AIza|GOCSPX-|ya29\./, /[\w.-]{16,}/],
  ['a Grafana token', /gl(?:c|sa)_/, /[\w+/]{32,}={0,2}/],
  ['a Groq API key', /gsk_/, /[A-Za-z0-9]{32,}/],
  ['a Hugging Face token', /hf_/, /[A-Za-z0-9]{30,}/],
  ['a signed web token', /eyJ/, /[\w-]{8,4096}\.[\w-]{8,}(?:\.[\w-]*)?/],
  ['a Linear API key or token', /lin_(?:api|oauth)_/, /\w{32,}/],
  ['a New Relic key', /NRAK-/, /[A-Z0-9]{20,}/],
  ['a Notion token', /ntn_/, /[A-Za-z0-9]{40,}/],
  ['an npm token', /npm_/, /[A-Za-z0-9]{36}/],
  ['a PlanetScale password or token', /pscale_(?:oauth|pw|tkn)_/, /[\w.=-]{32,}/],
  ['a Postman API key', /PMAK-/, /[a-f0-9]{24}-[a-f0-9]{34}/],
  ['a PyPI token', /pypi-AgE/, /[\w-]{50,}/],
  ['a SendGrid key', /SG\./, /[\w-]{16,32}\.[\w-]{32,}/],
  ['a Sentry token', /sntry[su]_/, /[\w+/=-]{32,}/],
  ['a Shopify token', /shp(?:at|ca|pa|ss|tka)_/, /[A-Za-z0-9]{32,}/],
  ['a Slack token', /xox[abeoprs]-|xapp-(?=\d)/, /[\w.-]{16,}/],
  ['a Stripe key', /[rs]k_(?:live|test)_|whsec_/, /[A-Za-z0-9+/=]{20,}/],
  ['a Supabase key', /sbp_|sb_secret_/, /[\w-]{30,}/],
  ['a Tailscale key', /tskey-/, /[a-z]{2,20}-[\w-]{16,}/],
  ['a Twilio API key', /SK(?<![A-Za-z]{2}SK)/, /[a-f0-9]{32}(?![a-f0-9])/],
  ['a Vault token', /hv[brs]\./, /[\w-]{16,}/],
  ['a Vercel token', /vc[aikpr]_/, /[A-Za-z0-9]{20,}/],
];

const sourceOf = ([, begins, follows]: SecretShape): string => `(?:${begins.source})${follows.source}`;

/** Base64 of any JSON begins so: the tokens of ECR do, and so may a plain setting. */
const ENCODED_JSON = 'eyJ[\\w+/-]{80,}={0,2}';

/** Whatever may be one of the secrets above, for whoever would rather hide too much. */
export const SECRET = new RegExp([...SECRET_SHAPES.map(sourceOf), ENCODED_JSON].join('|'), 'g');

/** URLs that are themselves the secret: whoever knows them may post. */
export const SECRET_URL = new RegExp(`(?<=${[
  'hooks\\.slack\\.com/(?:services|triggers|workflows)/',
  'discord(?:app)?\\.com/api/webhooks/',
  'webhook\\.office\\.com/webhookb2/',
  'api\\.telegram\\.org/bot',
].join('|')})[\\w/:@-]+`, 'g');

/** The first line of a private key. */
export const PRIVATE_KEY_BEGINS = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

const CERTAIN_SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ...SECRET_SHAPES.map((shape): readonly [string, RegExp] => [shape[0], new RegExp(`(?<![A-Za-z0-9_])${sourceOf(shape)}`)]),
  ['a private key', PRIVATE_KEY_BEGINS],
  ['a URL that lets whoever knows it post', new RegExp(SECRET_URL.source)],
];

/** What secret a text certainly holds, such as `a GitHub token`; undefined where it holds none that tells by itself what it is. */
export const secretIn = (text: string): string | undefined => CERTAIN_SHAPES.find(([, shape]) => shape.test(text))?.[0];
