import { Lazy } from 'aws-cdk-lib';
import { LoadBalancing, SharedLoadBalancer } from '../../../src/index';
import { certificateIn, newStack } from '../declare';

test.each([
  ['health', "'healthCheckPath' is 'health', but a path begins with '/'; set it to '/health'"],
  ['http://x/health', "'healthCheckPath' is 'http://x/health', but a path begins with '/'; set it to '/health'"],
  ['https://shop.example.com', "; set it to '/'"],
  ['', "'healthCheckPath' is '', but a path begins with '/'; set it to '/'"],
  [`/${'a'.repeat(1024)}`, "'healthCheckPath' has 1025 characters, but Elastic Load Balancing allows at most 1024"],
])('a path that no load balancer asks for is refused, whoever may connect: %j', (healthCheckPath, message) => {
  expect(() => LoadBalancing.internal({ healthCheckPath })).toThrow(message);
  expect(() => LoadBalancing.publicHttps({ certificate: certificateIn(newStack()), healthCheckPath })).toThrow(message);
});

test('the path of a listener rule that is a URL is refused with the path of the URL', () => {
  expect(() => LoadBalancing.shared(new SharedLoadBalancer(newStack(), 'Shared'), { paths: ['https://shop.example.com/orders/*'] })).toThrow("; set it to '/orders/*'");
});

test.each(['/', '/health?deep=false', `/${'a'.repeat(1023)}`, Lazy.string({ produce: () => '/late' })])('a path that may work passes: %j', healthCheckPath => {
  expect(() => LoadBalancing.internal({ healthCheckPath })).not.toThrow();
});
