import { App, type CfnResource, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { FargateGuardrails } from '../../../../src/guardrails/plugin/fargate-guardrails';
import { judgeByGuardrails } from '../../../../src/guardrails/plugin/register-guardrails';
import type { FargateGuardrailsProps } from '../../../../src/guardrails/plugin/settings/fargate-guardrails-props';
import { Guardrail } from '../../../../src/guardrails/plugin/settings/guardrail';
import { GuardrailProfile } from '../../../../src/guardrails/plugin/settings/guardrail-profile';
import { PlainService } from '../../plain-service';

/** An app whose plugins do not learn of each other from the CDK, and an unsafe service in a stage of it. */
const app = new App();
hidePlugins(app);
const stage = new Stage(app, 'Prod');
hidePlugins(stage);

function hidePlugins(hidden: Stage): void {
  const registered = Object.getOwnPropertyDescriptor(Stage.prototype, '_validationPlugins')?.get;
  Object.defineProperty(hidden, '_validationPlugins', {
    get(): unknown {
      const [, , caller = ''] = (new Error('who asks').stack ?? '').split('\n');
      return caller.includes('aws-cdk-lib') ? registered?.call(hidden) : undefined;
    },
  });
}

const add = (scope: Stage, props: FargateGuardrailsProps = {}): void => Validations.of(scope).addPlugins(new FargateGuardrails(props));

function unsafeService(): PlainService {
  const stack = new Stack(stage, 'Shop');
  const plain = new PlainService(stack, 'Web', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 1 }) });
  const service: CfnResource = plain.cfnService;
  service.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', false);
  return plain;
}

const STRICT = { profile: GuardrailProfile.STRICT };
const LENIENT = { levels: [Guardrail.CIRCUIT_BREAKER.off('CodeDeploy takes deployments back')] };

const DECLARE: { readonly [added: string]: () => void } = {
  twice: () => {
    add(app, STRICT);
    add(app, STRICT);
    unsafeService();
  },
  inStageAndApp: () => {
    add(app, STRICT);
    add(stage, STRICT);
    unsafeService();
  },
  strictAfterLenient: () => {
    FargateGuardrails.register(app, LENIENT);
    add(app, STRICT);
    unsafeService();
  },
  strictBeforeLenient: () => {
    add(app, STRICT);
    FargateGuardrails.register(app, LENIENT);
    unsafeService();
  },
  beforeAdopted: () => {
    add(app);
    judgeByGuardrails(unsafeService());
  },
  afterAdopted: () => {
    judgeByGuardrails(unsafeService());
    add(app);
  },
  lenientBeforeAdopted: () => {
    add(app, LENIENT);
    judgeByGuardrails(unsafeService());
  },
};

DECLARE[app.node.tryGetContext('added')]();
