import type { Stack } from 'aws-cdk-lib';
import { PLACE } from './physical-ids';
import type { TemplateBody } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { synthesized } from '../templates-of';

/** What the CDK writes for what is declared in a stack, which is deployed in the account of the tests. */
export const synthesizedForAccount = (declare: (stack: Stack) => void): Templates =>
  new Templates(synthesized(declare).sources.map(source => ({ ...source, environment: PLACE, body: inPartition(source.body) })));

/** The partition of an account decides the conditions that ask for it. */
const inPartition = ({ Conditions: conditions, ...body }: TemplateBody): TemplateBody => conditions === undefined ? body : {
  ...body,
  Conditions: JSON.parse(JSON.stringify(conditions).replaceAll('{"Ref":"AWS::Partition"}', JSON.stringify(PLACE.partition))),
};
