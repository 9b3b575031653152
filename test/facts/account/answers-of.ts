import { networkAnswers } from './network-answers';
import { identityAnswers, loadBalancingAnswers, remainingAnswers } from './other-answers';
import { PLACE } from './physical-ids';
import { serviceAnswers } from './service-answers';
import type { AccountAnswers } from '../../../src/facts/account/account-answers';
import type { Templates } from '../../../src/facts/template/templates';

/** What an account in which templates are deployed answers to whoever may ask everything. */
export function answersOf(templates: Templates): AccountAnswers {
  const network = networkAnswers(templates);
  const { clusters, services, taskDefinitions } = serviceAnswers(templates);
  const balancing = loadBalancingAnswers(templates);
  const { Roles, ManagedPolicies } = identityAnswers(templates);
  const rest = remainingAnswers(templates);
  const inVpc = (list: readonly any[], id: string) => list.filter(({ VpcId }) => VpcId === id);
  return {
    place: PLACE,
    clusters,
    services,
    taskDefinitions,
    securityGroups: network.SecurityGroups,
    vpcs: network.Vpcs.map(vpc => {
      const subnets = inVpc(network.Subnets, vpc.VpcId);
      return {
        vpc,
        subnets,
        dnsSupport: vpc.attributes.enableDnsSupport,
        dnsHostnames: vpc.attributes.enableDnsHostnames,
        dhcpOptions: network.DhcpOptions.find(({ DhcpOptionsId }) => DhcpOptionsId === vpc.DhcpOptionsId),
        hostedZones: [],
        routeTables: inVpc(network.RouteTables, vpc.VpcId),
        networkAcls: inVpc(network.NetworkAcls, vpc.VpcId),
        natGateways: inVpc(network.NatGateways, vpc.VpcId),
        endpoints: inVpc(network.VpcEndpoints, vpc.VpcId),
      };
    }),
    targetGroups: balancing.TargetGroups.map(({ attributes, ...targetGroup }) => ({ targetGroup, attributes })),
    loadBalancers: balancing.LoadBalancers.map(({ attributes, ...loadBalancer }) => ({
      loadBalancer,
      attributes,
      listeners: balancing.Listeners.filter(({ LoadBalancerArn }) => LoadBalancerArn === loadBalancer.LoadBalancerArn)
        .map(listener => ({ listener, rules: balancing.Rules.filter(({ ListenerArn }) => ListenerArn === listener.ListenerArn) })),
    })),
    roles: Roles.map(({ inline, attached, ...role }) => ({
      role,
      inline,
      attached,
      documents: ManagedPolicies.filter(({ arn }) => [...attached, role.PermissionsBoundary?.PermissionsBoundaryArn].includes(arn))
        .map(({ arn, document }) => ({ arn, document })),
    })),
    logGroups: rest.logGroups,
    fileSystems: rest.FileSystems.map(fileSystem => ({
      fileSystem, mountTargets: rest.MountTargets.filter(({ FileSystemId }) => FileSystemId === fileSystem.FileSystemId),
    })),
    repositories: rest.repositories.map(({ policy, lifecyclePolicy, ...repository }) => ({ repository, policy, lifecyclePolicy })),
    secrets: rest.Secrets.map(({ policy, ...secret }) => ({ secret, policy })),
    keys: rest.Keys.map(({ policy, aliases, ...key }) => ({ key, policy, aliases })),
    alarms: { metric: rest.MetricAlarms, composite: rest.CompositeAlarms },
    scalableTargets: rest.ScalableTargets.map(({ scheduledActions, ...target }) => ({ target, scheduledActions })),
  };
}
