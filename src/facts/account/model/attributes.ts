import { isKnown, type Known } from '../../model/fact';

/** An attribute of a load balancer or a target group. */
export interface AttributeAnswer {
  readonly Key?: string;
  readonly Value?: string;
}

/** Attributes as CloudFormation lists them; one without a value is left out. */
export const attributesOf = (attributes: Known<readonly AttributeAnswer[]>): unknown =>
  isKnown(attributes)
    ? attributes.filter(({ Value }) => Value !== undefined && Value !== '').map(({ Key, Value }) => ({ Key, Value }))
    : attributes;
