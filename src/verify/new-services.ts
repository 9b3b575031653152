import { isNew, stackNameOf } from './ownership';
import type { Check, Verified } from './problem';
import type { Reading } from '../account/reading';
import type { ServiceFacts } from '../facts/model/service';
import type { Resource } from '../facts/template/resource';
import type { Templates } from '../facts/template/templates';

/** A service that a deployment creates. */
export interface NewService {
  readonly service: ServiceFacts;
  readonly resource: Resource;
}

/** The services that their stacks do not have yet; what the account does not tell is not among them. */
export async function newServices({ services, templates }: Verified, reading: Reading): Promise<readonly NewService[]> {
  const all = withResources(services, templates);
  const answers = await Promise.all(all.map(({ resource }) => isNew(resource, templates, reading)));
  return all.filter((_, index) => answers[index] === true);
}

const withResources = (services: Verified['services'], templates: Templates): readonly NewService[] => {
  const resources = templates.ofType('AWS::ECS::Service');
  return services.flatMap(service => resources
    .filter(({ path, logicalId }) => path === service.at.path && logicalId === service.at.logicalId)
    .map(resource => ({ service, resource })));
};

/** Services of which nobody can say whether a deployment creates them. */
export const stackNames: Check = async ({ services, templates }) => withResources(services, templates)
  .filter(({ resource }) => stackNameOf(resource, templates) === undefined)
  .map(({ service: { at } }) => ({ at, seen: OUTSIDE_ASSEMBLY }));

const OUTSIDE_ASSEMBLY = 'its stack has no name outside a cloud assembly, so its cluster and quotas were not checked';
