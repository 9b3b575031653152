import type { AccountAnswers } from './account-answers';
import { inAccountTerms } from './account-terms';
import { link, UNREAD } from './link';
import type { AccountResource } from './model/account-resource';
import { alarmResources } from './resources/alarm';
import { clusterResources } from './resources/cluster';
import { fileSystemResources, mountTargetsIn } from './resources/file-system';
import { keyResources } from './resources/key';
import { forwardersIn, loadBalancerResources, unreadListener } from './resources/load-balancer';
import { logGroupResource, unreadLogGroup } from './resources/log-group';
import { repositoryResources } from './resources/repository';
import { roleResources } from './resources/role';
import { isScaled, scalableTargetResources } from './resources/scalable-target';
import { secretResources } from './resources/secret';
import { securityGroupResource } from './resources/security-group';
import { serviceResource, targetGroupArnsOf } from './resources/service';
import { targetGroupResource } from './resources/target-group';
import { logGroupNamesOf, taskDefinitionResource } from './resources/task-definition';
import { vpcResources } from './resources/vpc';
import type { TemplateSource } from '../template/source/template-source';

/** An account in the form of a template. */
export interface AccountTemplate {
  readonly source: TemplateSource;
  /** Says a text about the template in the terms of the account: with ids and ARNs in place of references. */
  readonly inAccountTerms: (text: string) => string;
}

/** What an account answered, in the form of a synthesized template, so that everything that reads templates reads accounts too. */
export function accountTemplate(answers: AccountAnswers): AccountTemplate {
  const { place } = answers;
  const { resources, paths, values } = link(eachOnce(resourcesOf(answers)), place);
  const stack = `${place.account}:${place.region}`;
  return {
    source: {
      stack,
      assembly: place.account,
      environment: place,
      body: { Parameters: { [UNREAD]: { Type: 'String' } }, Resources: resources },
      paths,
    },
    inAccountTerms: inAccountTerms({ stack, paths, values, place }),
  };
}

const resourcesOf = (answers: AccountAnswers): readonly AccountResource[] => [
  ...answers.clusters.flatMap(cluster => clusterResources(cluster, answers.logGroups)),
  ...serviceResources(answers),
  ...answers.taskDefinitions.map(taskDefinitionResource),
  ...answers.vpcs.flatMap(vpcResources),
  ...answers.securityGroups.map(securityGroupResource),
  ...answers.targetGroups.map(targetGroupResource),
  ...answers.loadBalancers.flatMap(loadBalancerResources),
  ...unreadLoadBalancers(answers).map(unreadListener),
  ...answers.roles.flatMap(roleResources),
  ...answers.taskDefinitions.flatMap(logGroupNamesOf).map(unreadLogGroup),
  ...answers.logGroups.map(logGroupResource),
  ...answers.fileSystems.flatMap(fileSystemResources),
  ...repositoryResources(answers.repositories),
  ...answers.secrets.flatMap(secretResources),
  ...answers.keys.flatMap(keyResources),
  ...alarmResources(answers.alarms, answers.services, groupArnsIn(answers)),
  ...scalableTargetResources(answers.scalableTargets, answers.services),
];

/** In an account everything is there already, so that a service waits for nothing. */
function serviceResources({ services, loadBalancers, fileSystems, scalableTargets }: AccountAnswers): readonly AccountResource[] {
  const all = loadBalancers.flatMap(forwardersIn);
  const mountTargets = fileSystems.flatMap(mountTargetsIn);
  return services.map(service => {
    const groups = targetGroupArnsOf(service);
    const forwarders = all.filter(([, targets]) => targets.some(target => groups.includes(target))).map(([arn]) => arn);
    return serviceResource(service, { before: [...forwarders, ...mountTargets], isScaled: isScaled(service, scalableTargets) });
  });
}

const groupArnsIn = ({ targetGroups }: AccountAnswers): readonly string[] =>
  targetGroups.flatMap(({ targetGroup: { TargetGroupArn } }) => TargetGroupArn ?? []);

function unreadLoadBalancers({ targetGroups, loadBalancers }: AccountAnswers): readonly string[] {
  const read = new Set(loadBalancers.map(({ loadBalancer: { LoadBalancerArn } }) => LoadBalancerArn));
  return targetGroups.flatMap(({ targetGroup: { LoadBalancerArns = [] } }) => LoadBalancerArns.filter(arn => !read.has(arn)));
}

/** Several services share most of what they use. */
const eachOnce = (resources: readonly AccountResource[]): readonly AccountResource[] =>
  [...new Map(resources.map(resource => [resource.id, resource])).values()];
