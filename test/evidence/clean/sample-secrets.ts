import * as fc from 'fast-check';
import { SEED } from '../../fuzz';

/** A form that secrets of one kind have; what its group catches, or else the whole, is the secret. */
type Form = RegExp;

/** By the rules of secretlint's recommended preset, after their own patterns. Made at random, so that no scanner stumbles over this repository. */
export const KNOWN_TO_SECRETLINT: Readonly<Record<string, readonly Form[]>> = {
  // JSON in base64, whose value is of capital letters.
  '1password': [/^ops_eyJrIjoi(?:[Q-W][EFUVkl01][BFJNRVZdhlpt159][A-Zabd-f]){40}IiwieCI6e30gfQ$/],
  'anthropic': [/^sk-ant-api0\d-[\w-]{90,128}AA$/],
  'aws': [/^A[KS]IA[A-Z0-9]{16}$/, /^AWS_SECRET_ACCESS_KEY=([A-Za-z0-9/+]{39}[A-Za-z0-9])$/],
  'basicauth': [/^https:\/\/deploy:([\w-]{16})@registry\.example\.com\/v2$/],
  'cloudflare': [/^cf(?:k|ut|at)_[A-Za-z0-9]{40}[0-9a-f]{8}$/],
  'database-connection-string': [/^(?:mongodb(?:\+srv)?|mysql|postgres(?:ql)?):\/\/app:([\w!*+-]{12})@db\.internal:5432\/shop$/],
  'databricks': [/^dapi[a-f0-9]{32}(?:-\d)?$/],
  'docker': [/^dckr_pat_[\w-]{27}$/],
  'figma': [/^figd_[\w-]{40,200}$/],
  'gcp': [/^\{"type":"service_account","private_key_id":"[a-f0-9]{40}","private_key":"-----BEGIN PRIVATE KEY-----\\n(MII[A-Za-z0-9+/]{200})\\n-----END PRIVATE KEY-----\\n"\}$/],
  'github': [/^gh[oprsu]_\w{36}$/, /^github_pat_\w{82}$/, /^ghs_\d{1,20}_[\w-]{40}\.[\w-]{300}\.[\w-]{200}$/],
  'gitlab': [/^glpat-[\w-]{20,128}$/],
  'grafana': [/^glc_[A-Za-z0-9+/]{32,400}={0,2}$/, /^glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}$/],
  'groq': [/^gsk_[A-Za-z0-9]{52}$/],
  'hashicorp-vault': [/^hv[rs]\.[\w-]{90,120}$/, /^hvb\.[\w-]{138,300}$/],
  'huggingface': [/^hf_[A-Za-z]{34}$/],
  'linear': [/^lin_api_\w{32,128}$/],
  'notion': [/^ntn_\d{11}[A-Za-z0-9]{35}$/],
  'npm': [/^npm_[A-Za-z0-9]{36}$/, /^https:\/\/([a-f0-9]{40}):x-oauth-basic@github\.com\/$/],
  'openai': [/^sk-(?:proj|svcacct|admin)-[\w-]{74}T3BlbkFJ[\w-]{73}[A-Za-z0-9]$/, /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/],
  'privatekey': [/^-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----\n(MII[A-Za-z0-9+/]{200})\n-----END PRIVATE KEY-----$/],
  'sendgrid': [/^SG\.\w{22}\.\w{43}$/],
  'shopify': [/^shp(?:pa|ca|at|ss)_[A-Za-z0-9]{32,64}$/],
  'slack': [/^xox[abopr]-\d{12}-\d{12}-[A-Za-z0-9]{24}$/, /^xapp-\d-A[A-Z0-9]{10}-\d{13}-[a-f0-9]{40}$/, /^https:\/\/hooks\.slack\.com\/services\/(T[A-Z0-9]{8}\/B[A-Z0-9]{8}\/[A-Za-z0-9]{24})$/],
  'stripe': [/^[rs]k_(?:live|test)_[A-Za-z0-9]{24,99}$/],
  'tailscale': [/^tskey-(?:api|auth|client|scim|webhook)-\w{8,40}-\w{16,60}$/],
  'vercel': [/^vc[aikpr]_[A-Za-z0-9]{20,60}$/],
};

/** After the descriptions of their makers. */
export const UNKNOWN_TO_SECRETLINT: Readonly<Record<string, readonly Form[]>> = {
  atlassian: [/^AT[AC]TT3xFfGF0[\w=-]{170}$/],
  aws: [/^ABSKQmVkcm9ja0FQSUtleS1[A-Za-z0-9+/]{100}=$/, /^bedrock-api-key-[A-Za-z0-9+/]{100}$/, /^IQoJb3JpZ2lu[A-Za-z0-9+/%]{200}={0,2}$/],
  azure: [/^SharedAccessSignature=sv=2024-11-04&ss=b&sig=([A-Za-z0-9%]{46})$/, /^Ocp-Apim-Subscription-Key: ([a-f0-9]{31}\d)$/],
  datadog: [/^DD_API_KEY=([a-f0-9]{32})$/, /^dd-application-key: ([a-f0-9]{39}\d)$/],
  digitalocean: [/^do[opr]_v1_[a-f0-9]{64}$/],
  discord: [/^https:\/\/discord(?:app)?\.com\/api\/webhooks\/(\d{18}\/[\w-]{68})$/],
  docker: [/^dckr_oat_[\w-]{32}$/],
  doppler: [/^dp\.(?:pt|ct|scim|audit|st\.prd)\.[A-Za-z0-9]{43}$/],
  dynatrace: [/^dt0c01\.[A-Z0-9]{24}\.[A-Z0-9]{64}$/],
  gitlab: [/^gl(?:dt|ptt|rt|cbt|ft|soat|imt|agent|oas)-[\w-]{20}$/],
  google: [/^AIza[\w-]{35}$/, /^GOCSPX-[\w-]{28}$/, /^ya29\.[\w-]{100}$/],
  jwt: [/^eyJ[\w-]{40}\.eyJ[\w-]{60}\.[\w-]{43}$/, /^eyJ[A-Za-z0-9+/]{200}==$/],
  langfuse: [/^sk-lf-[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[a-f0-9]{4}-[a-f0-9]{12}$/],
  newrelic: [/^NRAK-[A-Z0-9]{27}$/, /^NEW_RELIC_LICENSE_KEY=([a-f0-9]{32}FFFFNRAL)$/],
  openrouter: [/^sk-or-v1-[a-f0-9]{64}$/],
  planetscale: [/^pscale_(?:tkn|pw|oauth)_[\w-]{43}$/],
  postman: [/^PMAK-[a-f0-9]{24}-[a-f0-9]{34}$/],
  pypi: [/^pypi-AgEIcHlwaS5vcmc[\w-]{100}$/],
  sentry: [/^sntrys_eyJ[A-Za-z0-9+/]{100}=_[A-Za-z0-9+/]{43}$/, /^sntryu_[a-f0-9]{64}$/, /^https:\/\/([a-f0-9]{32})@o123456\.ingest\.sentry\.io\/1$/],
  shopify: [/^shptka_[a-f0-9]{32}$/],
  slack: [/^xoxe-1-[A-Za-z0-9]{140}$/, /^https:\/\/hooks\.slack\.com\/(?:workflows|triggers)\/(T[A-Z0-9]{8}\/\d{13}\/[a-f0-9]{32})$/],
  stripe: [/^whsec_[A-Za-z0-9]{32}$/],
  supabase: [/^sbp_[a-f0-9]{40}$/, /^sb_secret_[\w-]{31}$/],
  teams: [/^https:\/\/contoso\.webhook\.office\.com\/webhookb2\/([a-f0-9]{32}@[a-f0-9]{32}\/IncomingWebhook\/[a-f0-9]{32}\/[a-f0-9]{32})$/],
  telegram: [/^https:\/\/api\.telegram\.org\/bot(\d{10}:AA[\w-]{33})\/sendMessage$/],
  twilio: [/^SK[a-f0-9]{32}$/],
};

interface SampleSecret {
  readonly text: string;
  readonly secret: string;
}

/** Others at each run; the seed of a run makes them again, so that a failure can be looked at. */
export function samplesOf(form: Form): readonly SampleSecret[] {
  return fc.sample(fc.stringMatching(form), { numRuns: 4, seed: SEED }).map(text => ({ text, secret: form.exec(text)?.[1] ?? text }));
}
