import { holdsSecretArn, placeOfArn, shortName, withoutSecretKey } from '../../aws/arn';
import type { Denial } from '../../aws/denial';
import { ecrRegistryOf, takeApart } from '../../aws/image-reference';
import type { CauseId } from '../../causes/catalogue';
import { denialOf } from '../../diagnosis/clues/denial';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, objects, text } from '../model/json-fields';

/** What was asked of AWS as a role. */
export interface RoleRequest {
  /** The ARN of the role. */
  readonly role: string;
  readonly actions: readonly string[];
  readonly resource: string;
}

/** What failed for want of a permission: as the denial names it, else what the suspected causes are about. */
export function asksOf(evidence: Evidence, definition: JsonObject | undefined, suspected: readonly CauseId[]): readonly RoleRequest[] {
  return denied(evidence, definition) ?? askedBy(suspected, definition);
}

/** The denial names a session; what the role is called in full, the task definition knows. */
function denied(evidence: Evidence, definition: JsonObject = {}): readonly RoleRequest[] | undefined {
  const denial = denialOf(evidence);
  const role = denial && roleOf(denial, definition);
  return denial === undefined || role === undefined ? undefined : [{ role, actions: [denial.action], resource: denial.resource ?? '*' }];
}

function roleOf({ principal = '' }: Denial, definition: JsonObject): string | undefined {
  const [, partition, account, name] = SESSION.exec(principal) ?? [];
  return name === undefined ? undefined : inFull(name, definition) ?? `arn:${partition}:iam::${account}:role/${name}`;
}

const SESSION = /^arn:(aws[\w-]*):sts::(\d{12}):assumed-role\/([^/]+)\//;

const inFull = (name: string, { executionRoleArn, taskRoleArn }: JsonObject): string | undefined =>
  [executionRoleArn, taskRoleArn].flatMap(arn => text(arn) ?? []).find(arn => shortName(arn) === name);

function askedBy(causes: readonly CauseId[], definition: JsonObject | undefined): readonly RoleRequest[] {
  const role = text(definition?.executionRoleArn);
  if (definition === undefined || role === undefined) return [];
  const requests = [
    ...causes.includes('init/secret-permission') ? secretsIn(definition) : [],
    ...causes.includes('pull/ecr-permission') ? imagesIn(definition) : [],
    ...causes.includes('init/log-permission') ? logsIn(definition) : [],
    ...causes.includes('init/env-file') ? filesIn(definition) : [],
  ];
  const unique = new Map(requests.map(request => [JSON.stringify(request), request]));
  return [...unique.values()].map(request => ({ role, ...request }));
}

type Asked = Omit<RoleRequest, 'role'>;

const containersIn = (definition: JsonObject): readonly JsonObject[] => objects(definition.containerDefinitions);

function secretsIn(definition: JsonObject): readonly Asked[] {
  const references = containersIn(definition).flatMap(({ secrets }) => objects(secrets)).flatMap(({ valueFrom }) => text(valueFrom) ?? []);
  return references.map(reference => holdsSecretArn(reference)
    ? { actions: ['secretsmanager:GetSecretValue'], resource: withoutSecretKey(reference) }
    : { actions: ['ssm:GetParameters'], resource: reference.startsWith('arn:') ? reference : parameterArn(reference, definition) });
}

function parameterArn(name: string, definition: JsonObject): string {
  const { partition = 'aws', region = '*', account = '*' } = placeOfArn(text(definition.taskDefinitionArn)) ?? {};
  return `arn:${partition}:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
}

const LOG_IN: Asked = { actions: ['ecr:GetAuthorizationToken'], resource: '*' };

function imagesIn(definition: JsonObject): readonly Asked[] {
  const { partition = 'aws' } = placeOfArn(text(definition.taskDefinitionArn)) ?? {};
  const pulls = containersIn(definition).flatMap(({ image }): readonly Asked[] => {
    const { host, path } = takeApart(text(image) ?? '');
    const registry = ecrRegistryOf(host);
    const resource = registry && `arn:${partition}:ecr:${registry.region}:${registry.account}:repository/${path}`;
    return resource === undefined ? [] : [{ actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], resource }];
  });
  return pulls.length === 0 ? [] : [LOG_IN, ...pulls];
}

function logsIn(definition: JsonObject): readonly Asked[] {
  const { partition = 'aws', region = '*', account = '*' } = placeOfArn(text(definition.taskDefinitionArn)) ?? {};
  return containersIn(definition).flatMap(({ logConfiguration }): readonly Asked[] => {
    const options = isObject(logConfiguration) && logConfiguration.logDriver === 'awslogs' && isObject(logConfiguration.options)
      ? logConfiguration.options : {};
    const group = text(options['awslogs-group']);
    const where = text(options['awslogs-region']) ?? region;
    return group === undefined ? [] : [{
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resource: `arn:${partition}:logs:${where}:${account}:log-group:${group}:*`,
    }];
  });
}

const filesIn = (definition: JsonObject): readonly Asked[] => containersIn(definition)
  .flatMap(({ environmentFiles }) => objects(environmentFiles))
  .flatMap(({ value }) => text(value) === undefined ? [] : [{ actions: ['s3:GetObject'], resource: String(value) }]);
