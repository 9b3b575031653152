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

function serviceOf({ account, region, detail }: Readonly<Record<string, unknown>>): ServiceName {
  const { clusterArn, group } = fieldsOf(detail);
  const [, service = null] = /^service:(.+)$/.exec(textOf(group) ?? '') ?? [];
  return { cluster: textOf(clusterArn)?.split('/').pop() ?? null, service, account: textOf(account), region: textOf(region) };
}

const textOf = (value: unknown): string | undefined => typeof value === 'string' ? value : undefined;
