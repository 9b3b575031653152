/** Whose secret it is, how it begins, and what follows; the more a beginning looks like an ordinary word, the stricter the rest. */
type SecretShape = readonly [whose: string, begins: RegExp, follows: RegExp];

/**
 * Secrets that tell by themselves what they are, wherever they stand.
 *
 * Two letters in front make a short beginning the end of a word, as in `task-`; one is the end of an escape, as in `\n` or `%3D`.
 */
export const SECRET_SHAPES: readonly SecretShape[] = [
  ['1Password', /ops_eyJ/, /[\w+/=-]{80,}/],
  [
    'Anthropic, Langfuse, OpenAI, OpenRouter',
    /sk-(?<![A-Za-z]{2}sk-)/,
    /(?:(?:admin|ant|lf|or-v1|proj|svcacct)-[\w-]{20,}|[A-Za-z0-9]{32,})/,
  ],
  ['Atlassian', /AT[AC]TT3/, /[\w=-]{20,}/],
  ['AWS, a key id', /A(?:BI|CC|KI|SI)A(?<![A-Za-z]{2}A[A-Z]{2}A)/, /[A-Z0-9]{16}(?![A-Z0-9])/],
  ['AWS, a key of Bedrock', /ABSKQ|bedrock-api-key-/, /[\w+/=-]{40,}/],
  ['AWS, a session token', /IQoJb3JpZ2lu|F[Qw]oGZXIvYXdz/, /[\w+/=%-]*/],
  ['Cloudflare', /cf(?:at|k|ut)_/, /[A-Za-z0-9]{40,}/],
  ['Databricks', /dapi/, /[A-Fa-f0-9]{32}(?:-\d)?/],
  ['DigitalOcean', /do[opr]_v1_/, /[a-f0-9]{32,}/],
  ['Docker', /dckr_[op]at_/, /[\w-]{20,}/],
  ['Doppler', /dp\.(?:audit|ct|pt|said|scim|st)\./, /(?:[\w-]{1,40}\.)?[A-Za-z0-9]{40,}/],
  ['Dynatrace', /dt0[a-z]\d\d\./, /[A-Z0-9]{24}\.[A-Z0-9]{64}/],
  ['Figma', /figd_/, /[\w-]{32,}/],
  ['GitHub', /gh[oprsu]_|github_pat_/, /[\w.-]{30,}/],
  ['GitLab', /gl(?:agent|cbt|dt|ft|imt|oas|pat|ptt|rt|soat)-/, /[\w.-]{16,}/],
  ['Google', /AIza|GOCSPX-|ya29\./, /[\w.-]{16,}/],
  ['Grafana', /gl(?:c|sa)_/, /[\w+/]{32,}={0,2}/],
  ['Groq', /gsk_/, /[A-Za-z0-9]{32,}/],
  ['Hugging Face', /hf_/, /[A-Za-z0-9]{30,}/],
  [
    'JWT, and the tokens of ECR, which are one part of the same form',
    /eyJ/,
    /(?:[\w-]{8,4096}\.[\w-]{8,}(?:\.[\w-]*)?|[\w+/-]{80,}={0,2})/,
  ],
  ['Linear', /lin_(?:api|oauth)_/, /\w{32,}/],
  ['New Relic', /NRAK-/, /[A-Z0-9]{20,}/],
  ['Notion', /ntn_/, /[A-Za-z0-9]{40,}/],
  ['npm', /npm_/, /[A-Za-z0-9]{36}/],
  ['PlanetScale', /pscale_(?:oauth|pw|tkn)_/, /[\w.=-]{32,}/],
  ['Postman', /PMAK-/, /[a-f0-9]{24}-[a-f0-9]{34}/],
  ['PyPI', /pypi-AgE/, /[\w-]{50,}/],
  ['SendGrid', /SG\./, /[\w-]{16,32}\.[\w-]{32,}/],
  ['Sentry', /sntry[su]_/, /[\w+/=-]{32,}/],
  ['Shopify', /shp(?:at|ca|pa|ss|tka)_/, /[A-Za-z0-9]{32,}/],
  ['Slack', /xox[abeoprs]-|xapp-/, /[\w.-]{16,}/],
  ['Stripe', /[rs]k_(?:live|test)_|whsec_/, /[A-Za-z0-9+/=]{20,}/],
  ['Supabase', /sbp_|sb_secret_/, /[\w-]{30,}/],
  ['Tailscale', /tskey-/, /[a-z]{2,20}-[\w-]{16,}/],
  ['Twilio', /SK(?<![A-Za-z]{2}SK)/, /[a-f0-9]{32}(?![a-f0-9])/],
  ['Vault', /hv[brs]\./, /[\w-]{16,}/],
  ['Vercel', /vc[aikpr]_/, /[A-Za-z0-9]{20,}/],
];

/** Any of the secrets above. */
export const SECRET = new RegExp(SECRET_SHAPES.map(([, begins, follows]) => `(?:${begins.source})${follows.source}`).join('|'), 'g');
