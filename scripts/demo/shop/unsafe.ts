import { Aspects } from 'aws-cdk-lib';
import { CfnService, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { CfnTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { app, stack, webService } from './declaration';
import { FargateGuardrails } from 'hardened-fargate';

// 1. a prop
const web = webService({ environment: { DATABASE_PASSWORD: 'letmein' } });

// 2. an override of the template
const service = web.service.node.defaultChild as CfnService;
service.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Enable', false);

// 3. an Aspect
Aspects.of(stack).add({ visit: node => { if (node instanceof CfnService) node.healthCheckGracePeriodSeconds = 5; } });

// 4. a property of an L1 construct
const targetGroup = web.targetGroup?.node.defaultChild as CfnTargetGroup;
targetGroup.targetType = 'instance';

// 5. a plain service of another team, which FargateGuardrails also checks
const taskDefinition = new FargateTaskDefinition(stack, 'LegacyTask');
taskDefinition.addContainer('app', { image: ContainerImage.fromAsset('examples/web-service/app') });
new FargateService(stack, 'Legacy', { cluster: web.cluster, taskDefinition });
FargateGuardrails.register(app);
