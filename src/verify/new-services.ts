import { isNew } from './ownership';
import type { Verified } from './problem';
import type { Reading } from '../account/reading';
import type { ServiceFacts } from '../facts/model/service';
import type { Resource } from '../facts/template/resource';

/** A service that a deployment creates. */
export interface NewService {
  readonly service: ServiceFacts;
  readonly resource: Resource;
}

/** The services that their stacks do not have yet; what the account does not tell is not among them. */
export async function newServices({ services, templates }: Verified, reading: Reading): Promise<readonly NewService[]> {
  const resources = templates.ofType('AWS::ECS::Service');
  const all = services.flatMap(service => resources
    .filter(({ path, logicalId }) => path === service.at.path && logicalId === service.at.logicalId)
    .map(resource => ({ service, resource })));
  const answers = await Promise.all(all.map(({ resource }) => isNew(resource, templates, reading)));
  return all.filter((_, index) => answers[index] === true);
}
