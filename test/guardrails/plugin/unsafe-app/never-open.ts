import { App, CfnElement, CfnParameter, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { FargateGuardrails } from '../../../../src/guardrails/plugin/fargate-guardrails';
import { Guardrail } from '../../../../src/guardrails/plugin/settings/guardrail';
import { GuardrailProfile } from '../../../../src/guardrails/plugin/settings/guardrail-profile';
import { PlainService } from '../../plain-service';

/** An app with a service that no registration should let through, in each way that once opened a gap. */
const app = new App(process.argv.includes('--off') ? { context: { 'hardened-fargate:guardrails': 'off' } } : {});
const stack = new Stack(app, 'Shop');

const service = (): PlainService => new PlainService(stack, 'Web', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 1 }) });

function withoutRollback(): PlainService {
  const plain = service();
  plain.cfnService.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', false);
  return plain;
}

const strict = () => FargateGuardrails.register(app, { levels: [Guardrail.CIRCUIT_BREAKER.error(), Guardrail.NOT_JUDGED.error()] });

/** What the library for templates has no class for. */
class Loop extends CfnElement {
  public _toCloudFormation(): object {
    return { Resources: { [this.node.id]: ['Name', ['a'], { '${Name}': { Type: 'AWS::ECS::Service' } }] } };
  }
}

const DECLARE: { readonly [gap: string]: () => void } = {
  capacityProvider: () => {
    strict();
    const { cfnService } = withoutRollback();
    cfnService.addPropertyDeletionOverride('LaunchType');
    cfnService.addPropertyOverride('CapacityProviderStrategy', [{ CapacityProvider: 'made-elsewhere', Weight: 1 }]);
  },
  strictAfterLenient: () => {
    FargateGuardrails.register(app, { profile: GuardrailProfile.ADVISORY });
    strict();
    withoutRollback();
  },
  breakdown: () => {
    const read = app.node.tryGetContext.bind(app.node);
    const hostile = (key: string): unknown => {
      if (key === 'hardened-fargate:guardrails') throw new Error('nobody is told anything');
      return read(key);
    };
    Object.defineProperty(app.node, 'tryGetContext', { value: hostile });
    strict();
    service();
  },
  loop: () => {
    strict();
    new Loop(stack, 'Fn::ForEach::Services');
  },
  include: () => {
    strict();
    stack.addTransform('AWS::Include');
  },
  allowedValues: () => {
    strict();
    service().cfnTask.cpu = new CfnParameter(stack, 'Cpu', { allowedValues: ['300', '400'] }).valueAsString;
  },
  off: () => {
    FargateGuardrails.register(app, { report: String(app.node.tryGetContext('report')) });
    withoutRollback();
  },
};

DECLARE[app.node.tryGetContext('gap')]();
