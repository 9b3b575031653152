import { judged } from './judged';

/** How the load balancer reaches and checks the task. */
export const loadBalancing = judged({
  name: 'load-balancing',
  tells: 'how the load balancer reaches and checks the task',
  parts: ['load balancing', 'network'],
  causes: ['health/elb', 'health/elb-timeout', 'health/elb-wrong-port', 'health/elb-slow-start', 'deploy/request-rejected'],
});
