/**
 * What the secret is, how it begins, and what follows; the more a beginning looks like an ordinary word, the stricter the rest.
 *
 * Where a beginning has no letters of its own, letters that every such secret holds: texts without them need no look.
 */
type SecretShape = readonly [what: string, begins: RegExp, follows: RegExp, holds?: string];

/**
 * Secrets that tell by themselves what they are, wherever they stand.
 *
 * Two letters in front make a short beginning the end of a word, as in `task-`; one is the end of an escape, as in `\n` or `%3D`.
 */
export const SECRET_SHAPES: readonly SecretShape[] = [
  ['a 1Password token', /ops_eyJ/, /[\w+/=-]{80,}/],
  ['an Adafruit key', /aio_/, /[A-Za-z0-9]{28}/],
  ['an age key', /AGE-SECRET-KEY-1/, /[A-Z0-9]{50,}/],
  ['an Airtable token', /pat(?<![A-Za-z]{2}pat)/, /[A-Za-z0-9]{14}\.[a-f0-9]{64}/],
  ['an Alibaba Cloud key id', /LTAI(?<![A-Za-z]{2}LTAI)/, /[A-Za-z0-9]{12,24}(?![A-Za-z0-9])/],
  ['an API key of Amazon Bedrock', /ABSKQ|bedrock-api-key-/, /[\w+/=-]{40,}/],
  [
    'an API key of Anthropic, Langfuse, OpenAI or OpenRouter',
    /sk-(?<![A-Za-z]{2}sk-)/,
    /(?:(?:admin|ant|lf|or-v1|proj|svcacct)-[\w-]{20,}|[A-Za-z0-9]{32,})/,
  ],
  ['an Artifactory key or token', /AKCp|cmVmdGtu/, /[A-Za-z0-9]{50,}/],
  ['an Atlassian token', /AT[AC]TT3/, /[\w=-]{20,}/],
  ['an AWS access key id', /A(?:BI|CC|KI|SI)A(?<![A-Za-z]{2}A[A-Z]{2}A)/, /[A-Z0-9]{16}(?![A-Z0-9])/],
  ['an AWS session token', /IQoJb3JpZ2lu|F[Qw]oGZXIvYXdz/, /[\w+/=%-]*/],
  ['an Azure client secret', /[A-Za-z0-9_~.]{3}\dQ~/, /[\w~.-]{31,34}/, 'Q~'],
  ['a Bitbucket token', /ATBB/, /[A-Za-z0-9]{28,}/],
  ['a Buildkite token', /bk(?:ct|pt|ua)_/, /[a-z0-9]{36,}/],
  ['a Cerebras API key', /csk-(?<![A-Za-z]{2}csk-)/, /[a-z0-9]{40,}/],
  ['a CircleCI token', /CCI(?:PAT|PRJ)_/, /[A-Za-z0-9]{16,64}_[a-f0-9]{32,}/],
  ['a Clojars token', /CLOJARS_/, /[a-z0-9]{60}/],
  ['a Cloudflare token', /cf(?:at|k|ut)_/, /[A-Za-z0-9]{40,}/],
  ['a Contentful token', /CFPAT-/, /[\w-]{40,}/],
  ['a Databricks token', /dapi/, /[A-Fa-f0-9]{32}(?:-\d)?/],
  ['a DigitalOcean token', /do[opr]_v1_/, /[a-f0-9]{32,}/],
  ['a Docker token', /dckr_[op]at_/, /[\w-]{20,}/],
  ['a Doppler token', /dp\.(?:audit|ct|pt|said|scim|st)\./, /(?:[\w-]{1,40}\.)?[A-Za-z0-9]{40,}/],
  ['a Dropbox token', /sl\.(?<![A-Za-z]{2}sl\.)/, /(?:u\.)?[\w-]{60,}/],
  ['a Duffel token', /duffel_(?:live|test)_/, /[\w=-]{40,}/],
  ['a Dynatrace token', /dt0[a-z]\d\d\./, /[A-Z0-9]{24}\.[A-Z0-9]{64}/],
  ['an EasyPost key', /EZ[AT]K/, /[A-Za-z0-9]{50,}/],
  ['a Facebook token', /EAA[A-Z](?<![A-Za-z]{2}EAA[A-Z])/, /(?=[A-Za-z]{0,60}\d)[A-Za-z0-9]{60,}/],
  ['a Figma token', /figd_/, /[\w-]{32,}/],
  ['a Flutterwave key', /FLWSECK(?:_TEST)?-/, /[A-Za-z0-9]{12,}/],
  ['a Fly token', /fm[12]r?_|fo1_/, /[\w+/=-]{40,}/],
  ['a Frame.io token', /fio-u-/, /[\w=-]{60,}/],
  ['a GitHub token', /gh[oprsu]_|github_pat_/, /[\w.-]{30,}/],
  ['a GitLab token', /gl(?:agent|cbt|dt|ft|imt|oas|pat|ptt|rt|soat)-/, /[\w.-]{16,}/],
  ['a Google API key or token', /AIza|GOCSPX-|ya29\./, /[\w.-]{16,}/],
  ['a Grafana token', /gl(?:c|sa)_/, /[\w+/]{32,}={0,2}/],
  ['a Groq API key', /gsk_/, /[A-Za-z0-9]{32,}/],
  ['a Heroku API key', /HRKU-/, /[\w-]{32,}/],
  ['a HubSpot token', /pat-(?:ap|eu|na)\d-/, /[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/],
  ['a Hugging Face token', /hf_/, /[A-Za-z0-9]{30,}/],
  ['an Infracost key', /ico-(?<![A-Za-z]{2}ico-)/, /[A-Za-z0-9]{32}/],
  ['a LaunchDarkly key', /(?:api|mob|sdk)-(?<![A-Za-z]{2}(?:api|mob|sdk)-)/, /[a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12}/],
  ['a Linear API key or token', /lin_(?:api|oauth)_/, /\w{32,}/],
  ['a Mailchimp key', /[a-f0-9]{32}-us/, /\d{1,2}(?![\w-])/, '-us'],
  ['a Mailgun key', /key-(?<![A-Za-z]{2}key-)/, /[a-f0-9]{32}(?![a-f0-9])/],
  ['a Mapbox token', /sk\.eyJ/, /[\w-]{20,512}\.[\w-]{20,}/],
  ['a Neon API key', /napi_/, /[a-z0-9]{40,}/],
  ['a Netlify token', /nfp_/, /[A-Za-z0-9]{36,}/],
  ['a New Relic key', /NRAK-/, /[A-Z0-9]{20,}/],
  ['a Notion token', /ntn_/, /[A-Za-z0-9]{40,}/],
  ['a NuGet key', /oy2(?<![A-Za-z]{2}oy2)/, /[a-z0-9]{43}(?![A-Za-z0-9])/],
  ['an npm token', /npm_/, /[A-Za-z0-9]{36}/],
  ['an Octopus Deploy key', /API-(?<![A-Za-z]{2}API-)/, /[A-Z0-9]{25,27}(?![A-Za-z0-9])/],
  ['an Okta token', /00(?<![A-Za-z_-]{2}00|\d00)/, /(?=[\w-]{0,39}[A-Z])(?=[\w-]{0,39}[a-z])[\w-]{40}(?![\w-])/],
  ['an OpenShift token', /sha256~/, /[\w-]{43}/],
  ['a PayPal or Braintree token', /access_token\$(?:production|sandbox)\$/, /[a-z0-9]{16}\$[a-f0-9]{32}/],
  ['a Perplexity API key', /pplx-/, /[A-Za-z0-9]{40,}/],
  ['a Pinecone API key', /pcsk_/, /\w{40,}/],
  ['a Plaid token', /access-(?:development|production|sandbox)-/, /[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/],
  ['a PlanetScale password or token', /pscale_(?:oauth|pw|tkn)_/, /[\w.=-]{32,}/],
  ['a Postman API key', /PMAK-/, /[a-f0-9]{24}-[a-f0-9]{34}/],
  ['a Prefect key', /pn[bu]_/, /[A-Za-z0-9]{36}/],
  ['a Pulumi token', /pul-/, /[a-f0-9]{40}/],
  ['a PyPI token', /pypi-AgE/, /[\w-]{50,}/],
  ['a Razorpay key', /rzp_(?:live|test)_/, /[A-Za-z0-9]{14,}/],
  ['a ReadMe key', /rdme_/, /[a-z0-9]{60,}/],
  ['a Render key', /rnd_/, /[A-Za-z0-9]{28,}/],
  ['a Replicate token', /r8_/, /[A-Za-z0-9]{37}/],
  ['a Resend key', /re_(?<![A-Za-z]{2}re_)/, /[A-Za-z0-9]{8}_[A-Za-z0-9]{16,}/],
  ['a RubyGems key', /rubygems_/, /[a-f0-9]{48}/],
  ['a SendGrid key', /SG\./, /[\w-]{16,32}\.[\w-]{32,}/],
  ['a Sendinblue key', /x(?:key|smtp)sib-/, /[a-f0-9]{64}-[A-Za-z0-9]{16}/],
  ['a Sentry token', /sntry[su]_/, /[\w+/=-]{32,}/],
  ['a Shippo token', /shippo_(?:live|test)_/, /[a-f0-9]{40}/],
  ['a Shopify token', /shp(?:at|ca|pa|ss|tka)_/, /[A-Za-z0-9]{32,}/],
  ['a signed web token', /eyJ/, /[\w-]{8,4096}\.[\w-]{8,}(?:\.[\w-]*)?/],
  ['a Slack token', /xox[abeoprs]-|xapp-(?=\d)/, /[\w.-]{16,}/],
  ['a Sonar token', /sq[apu]_/, /[a-f0-9]{40}/],
  ['a Square token', /sq0(?:atp|csp|idp)-|EAAA(?<![A-Za-z]{2}EAAA)/, /[\w-]{22,64}/],
  ['a Stripe key', /[rs]k_(?:live|test)_|whsec_/, /[A-Za-z0-9+/=]{20,}/],
  ['a Supabase key', /sbp_|sb_secret_/, /[\w-]{30,}/],
  ['a Tailscale key', /tskey-/, /[a-z]{2,20}-[\w-]{16,}/],
  ['a Telegram bot token', /\d{8,10}:AA/, /[\w-]{32,33}/, ':AA'],
  ['a Tencent Cloud key id', /AKID(?<![A-Za-z]{2}AKID)/, /[A-Za-z0-9]{32}(?![A-Za-z0-9])/],
  ['a Terraform Cloud token', /[A-Za-z0-9]{14}\.atlasv1\./, /[\w-]{60,}/, '.atlasv1.'],
  ['a Twilio API key', /SK(?<![A-Za-z]{2}SK)/, /[a-f0-9]{32}(?![a-f0-9])/],
  ['a Twitch token', /oauth:/, /[a-z0-9]{30}(?![a-z0-9])/],
  ['a Typeform token', /tfp_/, /[\w.=-]{40,}/],
  ['a Vault token', /hv[brs]\./, /[\w-]{16,}/],
  ['a Vercel token', /vc[aikpr]_/, /[A-Za-z0-9]{20,}/],
  ['a WakaTime key', /waka_/, /[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/],
  ['an xAI API key', /xai-/, /[A-Za-z0-9]{60,}/],
  ['a Yandex Cloud key', /AQVN/, /[\w-]{35,38}/],
];

const sourceOf = ([, begins, follows]: SecretShape): string => `(?:${begins.source})${follows.source}`;

/** Base64 of any JSON begins so: the tokens of ECR do, and so may a plain setting. */
const ENCODED_JSON = 'eyJ[\\w+/-]{80,}={0,2}';

/** What programs keep of passwords, in the modular crypt format: `$2b$12$…`, `$argon2id$v=19$…`, `{SSHA}…`. */
const PASSWORD_HASH = [
  '\\$(?:1|2[abxy]?|5|6|7|y|gy|apr1|argon2(?:id|i|d)|scrypt|pbkdf2(?:-\\w{1,12})?)\\$[\\w./+=,$-]{16,}',
  '\\{S?SHA(?:256|512)?\\}[\\w+/]{24,}={0,2}',
  'SCRAM-SHA-\\d{1,3}\\$\\d{1,7}:[\\w+/=]{16,}(?:\\$[\\w+/=:]{16,})?',
].join('|');

/** Whatever may be one of the secrets above, for whoever would rather hide too much; others need a look only beside some letters. */
export const SECRET = new RegExp([
  ...SECRET_SHAPES.filter(([, , , holds]) => holds === undefined).map(sourceOf),
  ENCODED_JSON,
  PASSWORD_HASH,
].join('|'), 'g');
export const SECRETS_THAT_HOLD = SECRET_SHAPES.flatMap(shape =>
  shape[3] === undefined ? [] : [{ letters: shape[3], shape: new RegExp(sourceOf(shape), 'g') }]);

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
  ['a webhook URL, which needs no other credential', new RegExp(SECRET_URL.source)],
];

/** What secret a text certainly holds, such as `a GitHub token`; undefined where it holds none that tells by itself what it is. */
export const secretIn = (text: string): string | undefined => CERTAIN_SHAPES.find(([, shape]) => shape.test(text))?.[0];
