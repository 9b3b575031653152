import { type CfnResource, Fn, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { BadConfiguration } from '../configuration';
import { CHECKED, WEB, worker, WORKER } from './twins';
import { override, spoil, theOnly } from '../parts/spoil';

const TASK = 'AWS::ECS::TaskDefinition';
const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const COMMAND = 'ContainerDefinitions.0.HealthCheck.Command';
const OPTIONS = 'ContainerDefinitions.0.LogConfiguration.Options';

const loadBalancerOf = (stack: Stack): ApplicationLoadBalancer => stack.node.findChild('LoadBalancer') as ApplicationLoadBalancer;

const serviceOf = (stack: Stack): ecs.FargateService => stack.node.findChild('Service') as ecs.FargateService;

const resourceOf = (construct: { readonly node: { readonly defaultChild?: unknown } }): CfnResource => construct.node.defaultChild as CfnResource;

/** A worker whose execution role has the policy of AWS, which creates no log groups. */
const MANAGED_POLICY = worker(stack => ({
  task: {
    executionRole: new iam.Role(stack, 'ExecutionRole', {
      assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')],
    }),
  },
}));

/** Tasks that never become healthy, load balancers that answer no client, and tasks that anyone reaches past them. */
export const UNREACHABLE: readonly BadConfiguration[] = [
  {
    sentence: 'a CMD health check with a whole shell command as the program name',
    foundBy: ['health-check-command'],
    ...override(CHECKED, TASK, COMMAND, ['CMD', 'wget -q -O - http://localhost:8080/health || exit 1']),
  },
  {
    sentence: 'a CMD-SHELL health check whose command is split into several strings',
    foundBy: ['health-check-command'],
    ...override(CHECKED, TASK, COMMAND, ['CMD-SHELL', 'wget', '-q', 'http://localhost:8080/health']),
  },
  {
    sentence: 'a log group that the log driver creates, without permission for the execution role',
    foundBy: ['execution-role-creates-log-group'],
    ...spoil(MANAGED_POLICY, stack => {
      const task = theOnly(stack, TASK);
      task.addPropertyOverride(`${OPTIONS}.awslogs-group`, '/ecs/shop');
      task.addPropertyOverride(`${OPTIONS}.awslogs-create-group`, 'true');
    }),
  },
  {
    sentence: 'a log group that does not exist and is not created',
    foundBy: ['log-group-declared'],
    breaksToo: ['execution-role-logs'],
    ...override(WORKER, TASK, `${OPTIONS}.awslogs-group`, '/ecs/shop'),
  },
  {
    sentence: 'a load balancer security group that does not allow the listener port',
    foundBy: ['load-balancer-admits-clients'],
    ...spoil(WEB, stack => resourceOf(loadBalancerOf(stack).node.findChild('SecurityGroup') as ec2.SecurityGroup)
      .addPropertyOverride('SecurityGroupIngress', [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' }])),
  },
  {
    sentence: 'an internet-facing load balancer in private subnets',
    foundBy: ['internet-facing-in-public-subnets'],
    ...spoil(WEB, stack => theOnly(stack, LOAD_BALANCER)
      .addPropertyOverride('Subnets', serviceOf(stack).cluster.vpc.privateSubnets.map(({ subnetId }) => subnetId))),
  },
  {
    sentence: 'a load balancer that is not enabled in an Availability Zone of the tasks',
    foundBy: ['load-balancer-covers-zones'],
    ...spoil(WEB, stack => {
      const [, subnet] = serviceOf(stack).cluster.vpc.publicSubnets;
      resourceOf(subnet).addPropertyOverride('AvailabilityZone', Fn.select(2, Fn.getAzs()));
    }),
  },
  {
    sentence: 'tasks whose security group allows inbound traffic from any IP address',
    foundBy: ['tasks-closed-to-internet'],
    ...spoil(WORKER, stack => serviceOf(stack).connections.allowFromAnyIpv4(ec2.Port.tcp(8080))),
  },
  {
    sentence: 'one security group for the tasks and the load balancer',
    foundBy: ['separate-security-groups'],
    breaksToo: ['tasks-closed-to-internet'],
    ...spoil(WEB, stack => {
      const groups = [serviceOf(stack), loadBalancerOf(stack)].flatMap(({ connections }) => connections.securityGroups);
      const ids = groups.map(({ securityGroupId }) => securityGroupId);
      resourceOf(serviceOf(stack)).addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.SecurityGroups', ids);
    }),
  },
];
