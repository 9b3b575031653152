import type { Send } from './account';
import type { AssumeRole } from './assume-role.sdk';
import type { ClientSettings, ServiceClient } from './clients/sending.sdk';
import { isObject, type JsonObject } from '../model/json-fields';

/** What the file of a client exports. */
interface Client {
  readonly open: (settings: ClientSettings) => ServiceClient;
}

/* eslint-disable @typescript-eslint/no-require-imports -- an `import` loads every client at once, and most diagnoses need none */
/** The client of each service, by the prefix of its IAM actions; it is loaded with the first call. */
export const CLIENTS = {
  'acm': (): Client => require('./clients/acm.sdk') as Client,
  'application-autoscaling': (): Client => require('./clients/application-autoscaling.sdk') as Client,
  'cloudformation': (): Client => require('./clients/cloudformation.sdk') as Client,
  'cloudtrail': (): Client => require('./clients/cloudtrail.sdk') as Client,
  'cloudwatch': (): Client => require('./clients/cloudwatch.sdk') as Client,
  'dynamodb': (): Client => require('./clients/dynamodb.sdk') as Client,
  'ec2': (): Client => require('./clients/ec2.sdk') as Client,
  'ecr': (): Client => require('./clients/ecr.sdk') as Client,
  'ecs': (): Client => require('./clients/ecs.sdk') as Client,
  'elasticfilesystem': (): Client => require('./clients/elasticfilesystem.sdk') as Client,
  'elasticloadbalancing': (): Client => require('./clients/elasticloadbalancing.sdk') as Client,
  'events': (): Client => require('./clients/events.sdk') as Client,
  'iam': (): Client => require('./clients/iam.sdk') as Client,
  'kms': (): Client => require('./clients/kms.sdk') as Client,
  'logs': (): Client => require('./clients/logs.sdk') as Client,
  'route53': (): Client => require('./clients/route53.sdk') as Client,
  'secretsmanager': (): Client => require('./clients/secretsmanager.sdk') as Client,
  'servicequotas': (): Client => require('./clients/servicequotas.sdk') as Client,
  'ssm': (): Client => require('./clients/ssm.sdk') as Client,
  'sts': (): Client => require('./clients/sts.sdk') as Client,
} as const;

/** Assumes a role of another account. */
export const assumeRole: AssumeRole = (roleArn, signal) =>
  (require('./assume-role.sdk') as { readonly assumeRole: AssumeRole }).assumeRole(roleArn, signal);
/* eslint-enable */

type Service = keyof typeof CLIENTS;

const isService = (name: string): name is Service => Object.hasOwn(CLIENTS, name);

/** Sends declared reads with the AWS SDK; each client lives as long as this does. */
export function sendWithSdk(settings: ClientSettings = {}): Send {
  const clients = new Map<string, ServiceClient>();
  const clientOf = (service: Service, region = settings.region): ServiceClient => {
    const key = `${service} ${region}`;
    const client = clients.get(key) ?? CLIENTS[service]().open({ ...settings, region });
    clients.set(key, client);
    return client;
  };
  return async (action, input, signal, region) => {
    const [service, operation] = action.split(':');
    if (!isService(service)) throw new Error(`no client knows '${action}': CLIENTS lists the services`);
    return plain(await clientOf(service, region).send(operation, input, signal));
  };
}

/** The Region that calls would be sent to, from the environment or the profile; absent where neither names one that can be read. */
export const regionWithSdk = (settings: ClientSettings): Promise<string | undefined> =>
  CLIENTS.ecs().open(settings).region().catch(() => undefined);

/** The answer as it would be printed: times as text, and nothing of how it was sent. */
function plain(answer: unknown): JsonObject {
  const value: unknown = JSON.parse(JSON.stringify(answer));
  if (!isObject(value)) return {};
  const { $metadata, ...fields } = value;
  return fields;
}
