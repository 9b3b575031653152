import { CfnParameter } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { declareIn, newStack, only } from './declare';
import { type ListenerRuleOptions, LoadBalancing, SharedLoadBalancer } from '../../src/index';
import { covers, priorityOf } from '../../src/service/load-balancing/rule-priority';
import { fuzz } from '../fuzz';

const priority = ({ hosts = [], paths = [] }: ListenerRuleOptions) => priorityOf({ hosts, paths });

describe('the priority of a rule', () => {
  test.each<[ListenerRuleOptions, ListenerRuleOptions]>([
    [{ hosts: ['shop.example.com'], paths: ['/orders/v2/*'] }, { hosts: ['shop.example.com'], paths: ['/orders/*'] }],
    [{ hosts: ['shop.example.com'], paths: ['/orders/*'] }, { hosts: ['shop.example.com'] }],
    [{ hosts: ['shop.example.com'] }, { hosts: ['*.shop.example.com'], paths: ['/a/b/c/d'] }],
    [{ hosts: ['*.shop.example.com'] }, { hosts: ['*.example.com'] }],
    [{ hosts: ['*.example.com'] }, { paths: ['/orders/items/large/*'] }],
    [{ paths: ['/orders/items/*'] }, { paths: ['/orders/*'] }],
    [{ paths: ['/orders/*'] }, { paths: ['/*'] }],
    [{ hosts: ['shop.example.com', 'a.example.com'] }, { hosts: ['shop.example.com', '*.example.com'] }],
  ])('of %j comes before that of %j', (first, second) => {
    expect(priority(first)).toBeLessThan(priority(second));
  });

  test('follows from the conditions alone, in whatever order and letters they are written', () => {
    expect(priority({ hosts: ['B.example.com', 'a.example.com'] })).toBe(priority({ hosts: ['a.example.com', 'b.example.com'] }));
    expect(priority({ hosts: ['shop.example.com'] })).toBe(EXPECTED_OF_SHOP);
  });

  const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?', '/', '.', 'shop'), { minLength: 1, maxLength: 12 }).map(parts => parts.join(''));

  test('is one that Elastic Load Balancing takes, whatever the conditions', () => {
    fuzz(fc.property(fc.array(pattern, { maxLength: 3 }), fc.array(pattern, { maxLength: 3 }), (hosts, paths) => {
      const derived = priorityOf({ hosts, paths });
      expect(Number.isInteger(derived) && derived >= 1 && derived <= 50_000).toBe(true);
    }), 300);
  });

  test('of a rule that another one covers is known from real requests', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '/', '.', 'shop'), { maxLength: 8 }).map(parts => parts.join(''));
    fuzz(fc.property(pattern, pattern, text, (wide, narrow, path) => {
      if (!covers({ hosts: [], paths: [wide] }, { hosts: [], paths: [narrow] })) return;
      if (matches(narrow, path)) expect(matches(wide, path)).toBe(true);
    }), 2_000);
  });
});

/** As Elastic Load Balancing compares. */
const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 's').test(text);

const EXPECTED_OF_SHOP = 9_789;

/** Two services behind one load balancer. */
function twoServices(one: ListenerRuleOptions, other: ListenerRuleOptions) {
  const stack = newStack();
  const shared = new SharedLoadBalancer(stack, 'Shared');
  const { cluster } = declareIn(stack, { containerPort: 80, loadBalancing: LoadBalancing.shared(shared, one) }, 'Orders');
  declareIn(stack, { cluster, containerPort: 80, loadBalancing: LoadBalancing.shared(shared, other) }, 'Carts');
  return stack;
}

describe('two services that clash are refused, by both names:', () => {
  test.each<[string, ListenerRuleOptions, ListenerRuleOptions, string]>([
    [
      'the same conditions', { hosts: ['shop.example.com'], paths: ['/a', '/b'] }, { hosts: ['SHOP.example.com'], paths: ['/b', '/a'] },
      "'loadBalancing' of 'Shop/Orders' and of 'Shop/Carts' both match requests for hosts SHOP.example.com and paths /b, /a",
    ],
    [
      'the same priority', { paths: ['/a'], priority: 5 }, { paths: ['/b'], priority: 5 },
      "'loadBalancing' of 'Shop/Orders' and of 'Shop/Carts' both have the priority 5, but a listener has one rule with a priority; set 'priority' of one of them, for example to 6",
    ],
    [
      'a rule that is never reached', { paths: ['/orders/*'], priority: 5 }, { paths: ['/orders/items/*'], priority: 6 },
      "'loadBalancing' of 'Shop/Carts' would get no requests: each request for paths /orders/items/* also matches paths /orders/* of 'Shop/Orders', whose priority 5 comes before 6",
    ],
  ])('%s', (_, one, other, message) => {
    expect(() => twoServices(one, other)).toThrow(message);
  });

  test('and otherwise a service that joins moves no rule of another', () => {
    const alone = newStack();
    const shared = new SharedLoadBalancer(alone, 'Shared');
    declareIn(alone, { containerPort: 80, loadBalancing: LoadBalancing.shared(shared, { paths: ['/orders/*'] }) }, 'Orders');
    const before = only(Template.fromStack(alone), 'AWS::ElasticLoadBalancingV2::ListenerRule').Priority;
    const after = Template.fromStack(twoServices({ paths: ['/orders/*'] }, { paths: ['/orders/items/*'] }));
    const rules = Object.entries(after.findResources('AWS::ElasticLoadBalancingV2::ListenerRule'));
    expect(rules.find(([id]) => id.startsWith('Orders'))?.[1].Properties.Priority).toBe(before);
  });
});

describe('a rule that cannot work is refused:', () => {
  test.each<[string, ListenerRuleOptions, string]>([
    ['no condition', {}, "neither 'hosts' nor 'paths' is set"],
    ['too many values', { hosts: ['a', 'b', 'c'], paths: ['/a', '/b', '/c'] }, "'hosts' and 'paths' have 6 values in total, but a listener rule can have at most 5"],
    ['a path without its slash', { paths: ['orders/*'] }, "'paths' has 'orders/*', but a path must begin with '/'; set it to '/orders/*'"],
    ['an empty host', { hosts: [''] }, "'hosts' has '', but a condition has 1 to 128 characters"],
    ['a priority that does not exist', { paths: ['/a'], priority: 0 }, "'priority' is 0, but the priority of a rule is a whole number from 1 to 50000"],
    ['a health check path without its slash', { paths: ['/a'], healthCheckPath: 'up' }, "'healthCheckPath' is 'up'"],
  ])('%s', (_, options, message) => {
    expect(() => LoadBalancing.shared(new SharedLoadBalancer(newStack(), 'Shared'), options)).toThrow(message);
  });

  test('a host that only deployment knows needs a priority', () => {
    const stack = newStack();
    const shared = new SharedLoadBalancer(stack, 'Shared');
    const hosts = [new CfnParameter(stack, 'Host').valueAsString];
    expect(() => LoadBalancing.shared(shared, { hosts })).toThrow("'priority' is not set, and 'hosts' or 'paths' are known only at deployment");
    expect(() => LoadBalancing.shared(shared, { hosts, priority: 3 })).not.toThrow();
  });
});
