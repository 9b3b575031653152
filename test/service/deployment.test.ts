import { App, Duration, Lazy, Stack, Validations } from 'aws-cdk-lib';
import { Annotations, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { behindHttps, declared, declareIn, type Differences, newStack, only } from './declare';
import { nagFindings } from './nag-findings';
import { Deployment, FailureThreshold, LoadBalancing, Scaling, SharedLoadBalancer } from '../../src/index';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

const configurationOf = (template: Template) => only(template, 'AWS::ECS::Service').DeploymentConfiguration;

/** The CDK writes this for a service without alarms that end deployments. */
const NO_ALARMS = { Alarms: { AlarmNames: [], Enable: false, Rollback: false } };

const SHIFTING = [
  ['blue/green', Deployment.blueGreen(), { Strategy: 'BLUE_GREEN', DeploymentCircuitBreaker: { Enable: true, Rollback: true } }],
  ['canary', Deployment.canary(), { Strategy: 'CANARY', CanaryConfiguration: { CanaryPercent: 5, CanaryBakeTimeInMinutes: 10 } }],
  ['linear', Deployment.linear(), { Strategy: 'LINEAR', LinearConfiguration: { StepPercent: 10, StepBakeTimeInMinutes: 6 } }],
] as const;

describe('a rolling deployment', () => {
  test('is what a service has that says nothing', () => {
    expect(configurationOf(declared(() => ({ deployment: Deployment.rolling() })))).toEqual(configurationOf(declared()));
    expect(configurationOf(declared())).toEqual({
      ...NO_ALARMS, MinimumHealthyPercent: 100, MaximumPercent: 200, DeploymentCircuitBreaker: { Enable: true, Rollback: true },
    });
  });

  test.each([
    [FailureThreshold.count(5), { Type: 'COUNT', Value: 5 }],
    [FailureThreshold.percent(25), { Type: 'BOUNDED_PERCENT', Value: 25 }],
    [FailureThreshold.unboundedPercent(10), { Type: 'UNBOUNDED_PERCENT', Value: 10 }],
  ])('fails at the threshold of the circuit breaker that is asked for', (failureThreshold, ThresholdConfiguration) => {
    const template = declared(() => ({ deployment: Deployment.rolling({ failureThreshold, resetOnHealthyTask: false, maxHealthyPercent: 150 }) }));
    expect(configurationOf(template)).toEqual({
      ...NO_ALARMS,
      MinimumHealthyPercent: 100,
      MaximumPercent: 150,
      DeploymentCircuitBreaker: { Enable: true, Rollback: true, ThresholdConfiguration, ResetOnHealthyTask: false },
    });
  });

  test('is not rolled back only with a reason, which synthesis shows, and fails all the same', () => {
    const stack = newStack();
    declareIn(stack, { ...behindHttps(stack), deployment: Deployment.rolling({ noRollbackReason: 'the schema only goes forward' }) });
    const { Alarms, DeploymentCircuitBreaker } = configurationOf(Template.fromStack(stack));
    expect(DeploymentCircuitBreaker).toEqual({ Enable: true, Rollback: false });
    expect(Alarms).toMatchObject({ Enable: true, Rollback: false });
    expect(Annotations.fromStack(stack).findInfo('*', "failed deployments of 'Shop/Web' are not rolled back: the schema only goes forward")).toHaveLength(1);
    expect(() => declareIn(newStack(), { deployment: Deployment.rolling({ noRollbackReason: ' ' }) })).toThrow("'noRollbackReason' is ' '");
  });
});

describe.each(SHIFTING)('a %s deployment', (_name, deployment, expected) => {
  const template = declared(stack => ({ ...behindHttps(stack), deployment }));

  test('has the strategy of ECS, time to go back at once, and the circuit breaker where AWS documents it', () => {
    const { Alarms, ...rest } = configurationOf(template);
    expect(rest).toEqual({ MinimumHealthyPercent: 100, MaximumPercent: 200, BakeTimeInMinutes: 10, ...expected });
    expect(Alarms).toMatchObject({ Enable: true, Rollback: true });
  });

  test('moves requests between two groups by a rule that comes after all others, and never by a default action', () => {
    const { LoadBalancers: [{ TargetGroupArn, AdvancedConfiguration }] } = only(template, 'AWS::ECS::Service');
    const groups = Object.keys(template.findResources('AWS::ElasticLoadBalancingV2::TargetGroup'));
    expect([TargetGroupArn.Ref, AdvancedConfiguration.AlternateTargetGroupArn.Ref].sort()).toEqual(groups.sort());
    const [[ruleId, rule]] = Object.entries(template.findResources('AWS::ElasticLoadBalancingV2::ListenerRule'));
    expect(AdvancedConfiguration.ProductionListenerRule).toEqual({ Ref: ruleId });
    expect(rule.Properties).toMatchObject({ Priority: 50000, Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['*'] } }] });
    expect(rule.Properties.Actions[0].ForwardConfig.TargetGroups).toEqual([
      { TargetGroupArn, Weight: 100 }, { TargetGroupArn: AdvancedConfiguration.AlternateTargetGroupArn, Weight: 0 },
    ]);
  });

  test('has the same checks and drains the same in both groups', () => {
    const [one, other] = Object.values(template.findResources('AWS::ElasticLoadBalancingV2::TargetGroup')).map(({ Properties }) => Properties);
    expect(one).toEqual(other);
  });

  test('has an alarm on each group that rolls back, and people are told of both groups together', () => {
    const alarms = template.findResources('AWS::CloudWatch::Alarm');
    const expressionOf = (name: string) =>
      Object.entries(alarms).filter(([id]) => id.includes(name)).map(([, { Properties }]) => Properties.Metrics[0].Expression);
    expect(configurationOf(template).Alarms.AlarmNames).toHaveLength(2);
    expect(expressionOf('DeploymentErrors')).toEqual([1, 2].map(() => 'IF(requests >= 10, 100 * (FILL(failed, 0) + FILL(unconnected, 0)) / requests, 0)'));
    expect(expressionOf('NoHealthyTarget')).toEqual(['FILL(healthy, 0) + FILL(healthyInAlternate, 0)']);
    expect(expressionOf('RequestErrors')).toEqual([expect.stringContaining('FILL(failed, 0) + FILL(failedOfAlternate, 0)')]);
  });

  test('lets ECS alone move requests', () => {
    const roles = Object.values(template.findResources('AWS::IAM::Role')).map(({ Properties }) => Properties);
    const role = roles.find(({ Description = '' }) => Description.startsWith('Shifts traffic'));
    expect(role?.AssumeRolePolicyDocument.Statement[0].Principal).toEqual({ Service: 'ecs.amazonaws.com' });
    expect(JSON.stringify(role?.ManagedPolicyArns)).toContain('AmazonECSInfrastructureRolePolicyForLoadBalancers');
  });
});

test.each(Object.entries(FLAG_SETS))('neither the guardrails nor cdk-nag find anything, with %s', (_, context) => {
  for (const [, deployment] of SHIFTING) {
    const app = new App({ context });
    const stack = new Stack(app, 'Shop');
    declareIn(stack, { ...behindHttps(stack), deployment });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).not.toThrow();
  }
});

test('cdk-nag finds nothing in the role that calls the functions of a deployment, and still finds what a role of the user allows', () => {
  const findings = (roleOf: (stack: Stack) => iam.Role | undefined): string => nagFindings(stack => {
    const check = lambda.Function.fromFunctionName(stack, 'Check', 'check');
    const hook = new ecs.DeploymentLifecycleLambdaTarget(check, 'Check', { role: roleOf(stack), lifecycleStages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT] });
    declareIn(stack, { ...behindHttps(stack), deployment: Deployment.blueGreen({ lifecycleHooks: [hook] }) });
  });
  expect(findings(() => undefined)).toBe('');
  expect(findings(stack => {
    const role = new iam.Role(stack, 'Own', { assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: ['*'] }));
    return role;
  })).toContain('IAM5');
});

test('behind a shared load balancer, the rule of the service moves its requests', () => {
  const stack = newStack();
  const { vpc } = declareIn(stack, {}, 'First');
  const shared = new SharedLoadBalancer(stack, 'Shared', { vpc });
  declareIn(stack, { vpc, containerPort: 8080, loadBalancing: LoadBalancing.shared(shared, { paths: ['/shop/*'] }), deployment: Deployment.canary() });
  const template = Template.fromStack(stack);
  const { Actions, Conditions } = only(template, 'AWS::ElasticLoadBalancingV2::ListenerRule');
  expect(Actions[0].ForwardConfig.TargetGroups.map(({ Weight }: { Weight: number }) => Weight)).toEqual([100, 0]);
  expect(Conditions[0].PathPatternConfig.Values).toEqual(['/shop/*']);
});

test('functions are called at the stages of a deployment, and tests reach the new version first', () => {
  const template = declared(stack => {
    const check = new lambda.Function(stack, 'Check', { code: lambda.Code.fromInline('x'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X });
    const lifecycleHooks = [new ecs.DeploymentLifecycleLambdaTarget(check, 'Check', { lifecycleStages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT] })];
    const testListener = ecs.ListenerRuleConfiguration.applicationListenerRule({ listenerRuleArn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener-rule/app/a/b/c/d' } as elbv2.ApplicationListenerRule);
    return { ...behindHttps(stack), deployment: Deployment.blueGreen({ lifecycleHooks, testListener, bakeTime: Duration.minutes(30) }) };
  });
  const { BakeTimeInMinutes, LifecycleHooks } = configurationOf(template);
  expect(BakeTimeInMinutes).toBe(30);
  expect(LifecycleHooks).toEqual([expect.objectContaining({ LifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] })]);
  expect(only(template, 'AWS::ECS::Service').LoadBalancers[0].AdvancedConfiguration.TestListenerRule).toContain('listener-rule/app/a/b/c/d');
});

test('a worker can be deployed blue/green, without target groups', () => {
  expect(configurationOf(declared(() => ({ deployment: Deployment.blueGreen() }))).Strategy).toBe('BLUE_GREEN');
});

describe('refused is', () => {
  const refused = (differences: Differences) => expect(() => declareIn(newStack(), differences));

  test('a share of requests where there are none', () => {
    refused({ deployment: Deployment.canary() }).toThrow("'deployment' shifts traffic in steps, but a service without 'loadBalancing' has no traffic to shift");
  });

  test('scaling by the requests of one target group', () => {
    const stack = newStack();
    expect(() => declareIn(stack, {
      ...behindHttps(stack), deployment: Deployment.linear(), scaling: Scaling.onUtilization({ maxCapacity: 4, targetRequestsPerTask: 100 }),
    })).toThrow("'scaling.targetRequestsPerTask' is 100, but it counts the requests of one target group");
  });

  test.each([
    [() => Deployment.canary({ canaryPercent: 0 }), "'canaryPercent' is 0, but ECS shifts 0.1 to 100 percent"],
    [() => Deployment.linear({ stepPercent: 2 }), "'stepPercent' is 2, but ECS shifts 3 to 100 percent"],
    [() => Deployment.blueGreen({ bakeTime: Duration.seconds(90) }), "'bakeTime' is 90 seconds, but ECS supports whole minutes"],
    [() => Deployment.blueGreen({ bakeTime: Duration.hours(25) }), "'bakeTime' is 90000 seconds, but ECS supports whole minutes up to 1440"],
    [() => Deployment.canary({ bakeTime: Duration.hours(20), canaryBakeTime: Duration.hours(14) }), "'bakeTime' and 'canaryBakeTime' make a deployment wait 2040 minutes"],
    [() => Deployment.linear({ stepPercent: 5, stepBakeTime: Duration.minutes(100) }), "'bakeTime' and 'stepBakeTime' make a deployment wait 2010 minutes"],
    [() => FailureThreshold.count(0), "'failureThreshold' is 0, but must be a whole number of tasks or percent"],
  ])('what ECS or CloudFormation refuses', (deployment, message) => {
    expect(deployment).toThrow(message);
  });

  test('nothing that only deployment knows', () => {
    const unknown = Lazy.number({ produce: () => 5 });
    expect(() => Deployment.canary({ canaryPercent: unknown, canaryBakeTime: Duration.minutes(unknown) })).not.toThrow();
    expect(() => FailureThreshold.count(unknown)).not.toThrow();
  });
});
