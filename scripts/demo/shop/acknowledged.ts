import { Validations } from 'aws-cdk-lib';
import type { CfnService } from 'aws-cdk-lib/aws-ecs';
import { webService } from './declaration';

const web = webService();

// 2. only the override, and an acknowledgment
const service = web.service.node.defaultChild as CfnService;
service.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Enable', false);
Validations.of(web).acknowledge({ id: 'HardenedFargate::circuit-breaker', reason: 'The pipeline watches the deployment and rolls it back.' });
