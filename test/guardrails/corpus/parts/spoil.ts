import { Aspects, CfnResource, type Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { networkScopeOf } from './network-scope';
import type { BadConfiguration, Declare } from '../configuration';

type Fault = Pick<BadConfiguration, 'declare' | 'twin'>;

/** Sets a property through the escape hatch of the only resource of a type. */
export const override = (twin: Declare, type: string, path: string, value: unknown): Fault =>
  spoil(twin, stack => theOnly(stack, type).addPropertyOverride(path, value));

/** Takes a property away through the escape hatch of the only resource of a type. */
export const remove = (twin: Declare, type: string, path: string): Fault =>
  spoil(twin, stack => theOnly(stack, type).addPropertyDeletionOverride(path));

/** Sets a property of every resource of a type by an Aspect, as an organization does to all its stacks. */
export function byAspect(twin: Declare, type: string, path: string, value: unknown): Fault {
  return spoil(twin, stack => Aspects.of(stack).add({
    visit: node => {
      if (CfnResource.isCfnResource(node) && node.cfnResourceType === type) node.addPropertyOverride(path, value);
    },
  }));
}

/** Changes something in a stack after it was declared soundly. */
export const spoil = (twin: Declare, change: Declare): Fault => ({
  twin,
  declare: stack => {
    twin(stack);
    change(stack);
  },
});

/** The one resource of a type that a configuration declares. */
export function theOnly(stack: Stack, type: string): CfnResource {
  const [resource, ...others] = [...new Set([stack, networkScopeOf(stack)])].flatMap(scope => ofType(scope, type));
  if (resource === undefined || others.length > 0) {
    throw new Error(`'${stack.node.path}' has ${resource === undefined ? 'no' : 'more than one'} ${type}`);
  }
  return resource;
}

const ofType = (scope: IConstruct, type: string): readonly CfnResource[] =>
  scope.node.findAll().filter(CfnResource.isCfnResource).filter(({ cfnResourceType }) => cfnResourceType === type);
