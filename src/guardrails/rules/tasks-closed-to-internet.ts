import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { SecurityGroupFacts } from '../../facts/model/network';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';

const EVERYONE: readonly unknown[] = ['0.0.0.0/0', '::/0'];

/** Behind a network load balancer requests can keep the address of their client, so that the tasks have to admit everyone. */
export const tasksClosedToInternet: ServiceRule = {
  id: 'tasks-closed-to-internet',
  class: 'weakens',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  reads: ['network.securityGroups', 'registrations', 'targetGroups.protocol'],
  title: 'The security groups of the tasks should not allow inbound traffic from all IP addresses.',
  why: 'If a task has or gets a public IP address, any client on the internet can connect to it without the load balancer.',
  fix: 'Allow only the security group of the load balancer: service.connections.allowFrom(loadBalancer, ec2.Port.tcp(…)). '
    + 'HardenedFargateService adds only that rule; remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html'],
  prevents: [],
  breaks: { network: { securityGroups: { ingress: { peer: '0.0.0.0/0' } } } },
  holds: service => {
    const { network } = service;
    if (!isKnown(network) || !isKnown(network.securityGroups)) return UNKNOWN;
    const open = network.securityGroups.filter(isOpen).map(({ id }) => id);
    if (open.length === 0) return network.securityGroups.every(({ ingress }) => isKnown(ingress)) || UNKNOWN;
    return keepsClients(service) ? UNKNOWN : { seen: `${open.join(' and ')} allows inbound traffic from all IP addresses` };
  },
};

const isOpen = ({ ingress }: SecurityGroupFacts): boolean => isKnown(ingress) && ingress.some(({ peer }) => EVERYONE.includes(peer));

/** A service that offers nothing to a load balancer of the app keeps no client of one. */
function keepsClients({ registrations, targetGroups }: ServiceFacts): boolean {
  if (!isKnown(registrations) || !isKnown(targetGroups)) return true;
  return targetGroups.some(({ protocol }) => protocol !== 'HTTP' && protocol !== 'HTTPS');
}
