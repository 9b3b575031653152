import { App, type CfnResource, Stack, Stage } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { FargateGuardrails } from '../../../../src/guardrails/plugin/fargate-guardrails';
import { judgeByGuardrails } from '../../../../src/guardrails/plugin/register-guardrails';
import { Guardrail } from '../../../../src/guardrails/plugin/settings/guardrail';
import { PlainService } from '../../plain-service';

/** An app with a stack that nothing is wrong with, and an unsafe service in a stage. */
const app = new App();
new Stack(app, 'Sound');

function unsafeService(scope: Construct): PlainService {
  const stack = new Stack(scope, 'Shop');
  const plain = new PlainService(stack, 'Web', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 1 }) });
  const service: CfnResource = plain.cfnService;
  service.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', false);
  return plain;
}

const DECLARE: { readonly [judge: string]: () => void } = {
  adopted: () => judgeByGuardrails(unsafeService(new Stage(app, 'Prod'))),
  registered: () => {
    FargateGuardrails.register(app, { levels: [Guardrail.CIRCUIT_BREAKER.error()] });
    unsafeService(new Stage(new Stage(app, 'Prod'), 'Ireland'));
  },
  registeredLate: () => {
    const stage = new Stage(app, 'Prod');
    unsafeService(stage);
    stage.synth();
    FargateGuardrails.register(app, { levels: [Guardrail.CIRCUIT_BREAKER.error()] });
  },
};

DECLARE[app.node.tryGetContext('judge')]();
