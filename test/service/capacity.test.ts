import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { declared, declareIn, type Differences, newStack, only } from './declare';
import { Capacity, Scaling } from '../../src/index';

const strategyOf = (capacity: Capacity) => only(declared(() => ({ capacity })), 'AWS::ECS::Service').CapacityProviderStrategy;

test('a service on Spot keeps its base on demand', () => {
  expect(strategyOf(Capacity.spotWithOnDemandBase({ base: 2 }))).toEqual([
    { CapacityProvider: 'FARGATE', Base: 2, Weight: 0 },
    { CapacityProvider: 'FARGATE_SPOT', Weight: 100 },
  ]);
});

test('the tasks above the base can be shared out', () => {
  expect(strategyOf(Capacity.spotWithOnDemandBase({ base: 1, spotPercent: 75 })).map(({ Weight }: { Weight: number }) => Weight)).toEqual([25, 75]);
});

test.each([0, 1.5, 100_001])('a base of %d is refused', base => {
  expect(() => Capacity.spotWithOnDemandBase({ base })).toThrow(`'base' is ${base}, but Spot capacity must have an on-demand base of 1 to 100000 whole tasks`);
});

test.each([0, 101])('%d percent of Spot is refused', spotPercent => {
  expect(() => Capacity.spotWithOnDemandBase({ base: 1, spotPercent })).toThrow(`'spotPercent' is ${spotPercent}`);
});

test.each<[string, Differences, number]>([
  ['its two tasks are all in the base', { capacity: Capacity.spotWithOnDemandBase({ base: 2 }) }, 1],
  ['the base is above its desired count', { capacity: Capacity.spotWithOnDemandBase({ base: 9 }), desiredCount: 4 }, 1],
  ['scaling adds tasks above the base', { capacity: Capacity.spotWithOnDemandBase({ base: 2 }), scaling: Scaling.onUtilization({ maxCapacity: 3 }) }, 0],
  ['it has a task more than the base', { capacity: Capacity.spotWithOnDemandBase({ base: 2 }), desiredCount: 3 }, 0],
])('a service on Spot is warned if none of its tasks runs on Spot: %s', (_, differences, warnings) => {
  const stack = newStack();
  declareIn(stack, differences);
  expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('so none of them runs on Spot'))).toHaveLength(warnings);
});

describe('a service on Spot alone', () => {
  test('states why, and the guardrail is acknowledged with that reason', () => {
    expect(strategyOf(Capacity.spot('a batch that resumes where it stopped'))).toEqual([{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }]);
  });

  test('without a reason is refused', () => {
    expect(() => Capacity.spot(' ')).toThrow("'reason' is ' ', but Capacity.spot must have one; set it to the reason why");
  });
});
