import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Declare } from './configuration';
import { placeNetworkIn } from './parts/network-scope';

/** Lays one configuration out in stacks below a scope. */
export type Layout = (scope: Construct, declare: Declare) => void;

/** The ways in which apps are divided into stacks. */
export const LAYOUTS = {
  'one stack': (scope, declare) => declare(new Stack(scope, 'Stack')),
  'a stack for the network and one for the rest': (scope, declare) => inTwo(new Stack(scope, 'Network'), new Stack(scope, 'Service'), declare),
  'a nested stack': (scope, declare) => declare(new NestedStack(new Stack(scope, 'Stack'), 'Nested')),
  'a nested stack for the network and one for the rest': (scope, declare) => {
    const stack = new Stack(scope, 'Stack');
    inTwo(new NestedStack(stack, 'Network'), new NestedStack(stack, 'Service'), declare);
  },
  'two stacks of a stage': (scope, declare) => {
    const stage = new Stage(scope, 'Stage');
    inTwo(new Stack(stage, 'Network'), new Stack(stage, 'Service'), declare);
  },
} as const satisfies { readonly [name: string]: Layout };

function inTwo(network: Stack, rest: Stack, declare: Declare): void {
  placeNetworkIn(network, rest);
  declare(rest);
}
