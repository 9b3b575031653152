import type { Ask, Collector } from './collector';
import { describeTaskDefinition } from './task-definition';
import { holdsSecretArn, withoutSecretKey } from '../../aws/arn';
import { type JsonObject, moment, objects, present, text } from '../model/json-fields';
import type { SecretState } from '../model/resource-state';

/** A task definition with more is rare, and each is a call. */
const MOST_SECRETS = 20;

/** The secrets and parameters that the task definition names: whether they exist; never their values. */
export const secrets: Collector = {
  name: 'secrets',
  tells: 'whether the secrets and parameters of the task definition exist; never their values',
  brings: ['secrets'],
  calls: ['ecs:DescribeTaskDefinition', 'secretsmanager:DescribeSecret', 'ssm:DescribeParameters'],
  collect: async (evidence, ask) => {
    const definition = await describeTaskDefinition(evidence.task.taskDefinitionArn, ask);
    const references = objects(definition?.containerDefinitions).flatMap(({ secrets: list }) => objects(list))
      .flatMap(({ valueFrom }) => text(valueFrom) ?? []).map(withoutSecretKey);
    const states = await Promise.all([...new Set(references)].slice(0, MOST_SECRETS).map(reference => stateOf(reference, ask)));
    return { secrets: states.filter(state => state !== undefined) };
  },
};

const stateOf = (reference: string, ask: Ask): Promise<SecretState | undefined> =>
  holdsSecretArn(reference) ? secretState(reference, ask) : parameterState(reference, ask);

async function secretState(reference: string, ask: Ask): Promise<SecretState | undefined> {
  const outcome = await ask.outcome('secretsmanager:DescribeSecret', { SecretId: reference });
  if (outcome.kind === 'missing') return { reference, isMissing: true };
  return outcome.kind === 'gap' ? undefined : stated(reference, outcome.answer);
}

/** A parameter goes by its name or by its ARN, which ends in the name. */
async function parameterState(reference: string, ask: Ask): Promise<SecretState | undefined> {
  const path = reference.split(':parameter/')[1];
  const names = path === undefined ? [reference] : [path, `/${path}`];
  const answer = await ask.answer('ssm:DescribeParameters', { ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: names }] });
  if (answer === undefined) return undefined;
  const [parameter] = objects(answer.Parameters);
  return parameter === undefined ? { reference, isMissing: true } : stated(reference, parameter);
}

const stated = (reference: string, { CreatedDate, DeletedDate, LastChangedDate, LastModifiedDate }: JsonObject): SecretState => present({
  reference, createdAt: moment(CreatedDate), changedAt: moment(LastChangedDate ?? LastModifiedDate), deletedAt: moment(DeletedDate),
});
