import type { DescribedServices, ServiceName } from '../notifying/described-services';
import { tagsOf } from '../notifying/tags-of';
import { eventIn, fieldsOf } from '../protocol/event-in';
import { allowedIn, synthesisIn } from '../protocol/service-tags';

/** The event of a stop in a bundle with what synthesis knew of its service, as the tags of the service say; a bundle has that already. */
export async function withAllowed(message: unknown, services: DescribedServices): Promise<unknown> {
  if ('event' in fieldsOf(message)) return message;
  const said = tagsOf(await services.lately(serviceOf(eventIn(message))));
  const [acknowledged, synthesis] = [allowedIn(said), synthesisIn(said)];
  return Object.keys(acknowledged).length === 0 && synthesis === undefined ? message : { event: message, acknowledged, synthesis };
}

/** The service whose task an event is about, or that it is about itself. */
function serviceOf({ account, region, detail, resources }: Readonly<Record<string, unknown>>): ServiceName {
  const { clusterArn, group } = fieldsOf(detail);
  const [, service] = /^service:(.+)$/.exec(textOf(group) ?? '') ?? [];
  const named = service === undefined ? ofResource(resources) : { cluster: textOf(clusterArn)?.split('/').pop() ?? null, service };
  return { ...named, account: textOf(account), region: textOf(region) };
}

/** The service of an event that names it, or one of its deployments. */
function ofResource(resources: unknown): Pick<ServiceName, 'cluster' | 'service'> {
  const [arn]: readonly unknown[] = Array.isArray(resources) ? resources : [];
  const [, cluster = null, service = null] = /:service(?:-deployment)?\/([^/]+)\/([^/]+)/.exec(textOf(arn) ?? '') ?? [];
  return { cluster, service };
}

const textOf = (value: unknown): string | undefined => typeof value === 'string' ? value : undefined;
