import { MOST_OF_A_SERVICE } from '../../aws/limits';
import { isKnown, type Known } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

const { targetGroups: MOST_TARGET_GROUPS, securityGroups: MOST_SECURITY_GROUPS, subnets: MOST_SUBNETS } = MOST_OF_A_SERVICE;

export const serviceListLimits: ServiceRule = {
  id: 'service-list-limits',
  class: 'refused',
  judges: 'service',
  property: '',
  reads: ['network.securityGroups', 'network.subnets', 'registrations'],
  title: `A service should have at most ${MOST_TARGET_GROUPS} target groups, `
    + `${MOST_SECURITY_GROUPS} security groups, and ${MOST_SUBNETS} subnets.`,
  why: 'ECS rejects a service with longer lists, and CloudFormation rolls back the stack.',
  fix: 'Merge the rules of the security groups into fewer groups, or register fewer ports with loadBalancerTarget. '
    + 'For HardenedFargateService, remove the override that adds to a list.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
  ],
  prevents: ['deploy/request-rejected'],
  breaks: { registrations: Array.from({ length: MOST_TARGET_GROUPS + 1 }, () => ({ containerName: 'app', containerPort: 8080 })) },
  holds: ({ network, registrations }) => {
    const faults = [
      ...tooMany('target groups', registrations, MOST_TARGET_GROUPS),
      ...isKnown(network) ? tooMany('security groups', network.securityGroups, MOST_SECURITY_GROUPS) : [],
      ...isKnown(network) ? tooMany('subnets', network.subnets, MOST_SUBNETS) : [],
    ];
    return faults.length === 0 || { seen: faults.join('; ') };
  },
};

const tooMany = (things: string, list: Known<readonly unknown[]>, most: number): readonly string[] =>
  isKnown(list) && list.length > most ? [`the service has ${list.length} ${things}, but ECS accepts ${most}`] : [];
