import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const NETWORKS = new WeakMap<Stack, Stack>();

/** Has everything that a stack declares use a network that another stack declares. */
export const placeNetworkIn = (network: Stack, stack: Stack): unknown => NETWORKS.set(stack, network);

/** Where a configuration declares its network: beside everything else, unless it is to be in a stack of its own. */
export const networkScopeOf = (scope: Construct): Construct => NETWORKS.get(Stack.of(scope)) ?? scope;
