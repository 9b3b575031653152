import { App, type CfnResource, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { judgeByGuardrails } from '../../../../src/guardrails/plugin/register-guardrails';
import { PlainService } from '../../plain-service';

/** An app of a user who turned the rollback off by hand, and who may have said why. */
const app = new App();
const stack = new Stack(app, 'Shop');
const plain = new PlainService(stack, 'Web', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 1 }) });
judgeByGuardrails(plain);

const service: CfnResource = plain.cfnService;
service.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', false);

const reason: unknown = app.node.tryGetContext('reason');
if (typeof reason === 'string') Validations.of(plain).acknowledge({ id: 'HardenedFargate::circuit-breaker', reason });
