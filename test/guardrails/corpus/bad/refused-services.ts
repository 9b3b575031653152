import type { CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { BadConfiguration } from '../configuration';
import { ISOLATED, web, WEB, worker, WORKER } from './twins';
import { endpointVpc } from '../parts/network';
import { override, spoil, theOnly } from '../parts/spoil';

const SERVICE = 'AWS::ECS::Service';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const GROUPS = Array.from({ length: 6 }, (_, index) => `sg-0123456789abcdef${index}`);

const httpsListenerOf = (stack: Stack): CfnResource => stack.node.findChild('LoadBalancer').node.findChild('Https').node.defaultChild as CfnResource;

/** Services that ECS does not create, and what stands around them that AWS does not create either. */
export const REFUSED_SERVICES: readonly BadConfiguration[] = [
  {
    sentence: 'a target group that no listener rule forwards to',
    foundBy: ['target-group-has-listener'],
    ...spoil(WEB, stack => httpsListenerOf(stack).addPropertyOverride('DefaultActions', [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }])),
  },
  {
    sentence: 'a blue/green deployment without a second target group',
    foundBy: ['traffic-shift-complete'],
    ...override(WEB, SERVICE, 'DeploymentConfiguration.Strategy', 'BLUE_GREEN'),
  },
  {
    sentence: 'a deployment circuit breaker in a service that CodeDeploy deploys',
    foundBy: ['controller-supports-deployment'],
    ...override(WEB, SERVICE, 'DeploymentController', { Type: 'CODE_DEPLOY' }),
  },
  {
    sentence: 'a service without a load balancer that CodeDeploy deploys',
    foundBy: ['controller-supports-deployment'],
    ...spoil(WORKER, stack => {
      theOnly(stack, SERVICE).addPropertyOverride('DeploymentController', { Type: 'CODE_DEPLOY' });
      theOnly(stack, SERVICE).addPropertyDeletionOverride('DeploymentConfiguration.DeploymentCircuitBreaker');
    }),
  },
  {
    sentence: 'more security groups than ECS accepts',
    foundBy: ['service-list-limits'],
    ...override(WORKER, SERVICE, 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups', GROUPS),
  },
  {
    sentence: 'a Service Connect port name that no container maps',
    foundBy: ['service-connect-names-port'],
    ...override(WORKER, SERVICE, 'ServiceConnectConfiguration', { Enabled: true, Namespace: 'shop', Services: [{ PortName: 'web', ClientAliases: [{ Port: 80 }] }] }),
  },
  {
    sentence: 'a capacity provider strategy in which all weights are 0',
    foundBy: ['capacity-settings-valid'],
    ...override(WORKER, SERVICE, 'CapacityProviderStrategy.0.Weight', 0),
  },
  {
    sentence: 'both a launch type and a capacity provider strategy',
    foundBy: ['capacity-settings-valid'],
    breaksToo: ['capacity-provider-strategy'],
    ...override(WORKER, SERVICE, 'LaunchType', 'FARGATE'),
  },
  {
    sentence: 'two VPC endpoints with the same private DNS names',
    foundBy: ['vpc-endpoint-valid'],
    twin: ISOLATED,
    declare: worker(stack => {
      const vpc = endpointVpc(stack);
      vpc.addInterfaceEndpoint('again', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
      return { vpc };
    }),
  },
  {
    sentence: 'a health check timeout as long as the interval',
    foundBy: ['target-group-check-valid'],
    ...override(WEB, TARGET_GROUP, 'HealthCheckTimeoutSeconds', 10),
  },
  {
    sentence: 'a health check path without a slash',
    foundBy: ['target-group-check-valid'],
    ...override(web(), TARGET_GROUP, 'HealthCheckPath', 'health'),
  },
];
