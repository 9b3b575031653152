import type { AccountPlace } from './account-place';
import { ecrRegistryOf } from '../../aws/image-reference';
import type { Expression } from '../template/source/template-source';

const PARTITION: Expression = { Ref: 'AWS::Partition' };
const REGION: Expression = { Ref: 'AWS::Region' };
const ACCOUNT: Expression = { Ref: 'AWS::AccountId' };

/** The names of AWS's own buckets hold the Region in which they are. */
const OF_AWS = /^(prod-)[a-z0-9-]+(-starport-layer-bucket(?:\/.*)?)$/s;

/**
 * A text in which the place of the account stands as the pseudo parameters of CloudFormation, as the CDK writes it.
 *
 * Guardrails compare ARNs that policies name with those that a service needs, which they spell in this way.
 */
export function withPseudoParameters(text: string, place: AccountPlace): Expression {
  const parts = text.startsWith('arn:') ? partsOfArn(text, place) : partsOfImage(text, place);
  return parts === undefined ? text : { 'Fn::Join': ['', parts] };
}

function partsOfArn(text: string, { partition, region, account }: AccountPlace): readonly Expression[] | undefined {
  const [, writtenPartition, service, writtenRegion, writtenAccount, ...rest] = text.split(':');
  if (rest.length === 0) return undefined;
  const resource = rest.join(':');
  const [, before, after] = OF_AWS.exec(resource.replace(`-${region}-`, '-own-')) ?? [];
  return [
    'arn:', writtenPartition === partition ? PARTITION : writtenPartition,
    `:${service}:`, writtenRegion === region ? REGION : writtenRegion,
    ':', writtenAccount === account ? ACCOUNT : writtenAccount,
    ':', ...before !== undefined && resource.includes(region) ? [before, REGION, after] : [resource],
  ];
}

/** A private repository of the same account and Region. */
function partsOfImage(text: string, { region, account }: AccountPlace): readonly Expression[] | undefined {
  const own = ecrRegistryOf(text.slice(0, text.indexOf('/')));
  if (own === undefined) return undefined;
  const [before] = text.slice(own.account.length).split(own.region, 1);
  const rest = text.slice(own.account.length + before.length + own.region.length);
  return [own.account === account ? ACCOUNT : own.account, before, own.region === region ? REGION : own.region, rest];
}
