import { UNKNOWN } from '../../../src/facts/model/fact';
import type { TargetGroupFacts } from '../../../src/facts/model/load-balancer';
import { readTargetGroups } from '../../../src/facts/readers/target-group';
import type { TemplateBody, TemplateResource } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf, templatesOf } from '../templates-of';

type Properties = TemplateResource['Properties'];
type Resources = Readonly<Record<string, TemplateResource>>;

const elbv2 = (type: string, properties: Properties, rest: Partial<TemplateResource> = {}): TemplateResource =>
  ({ Type: `AWS::ElasticLoadBalancingV2::${type}`, Properties: properties, ...rest });

const forward = { Type: 'forward', TargetGroupArn: { Ref: 'Group' } };

const service = (rest: Partial<TemplateResource> = {}): TemplateResource => ({
  Type: 'AWS::ECS::Service',
  Properties: { LoadBalancers: [{ ContainerName: 'app', ContainerPort: '8080', TargetGroupArn: { Ref: 'Group' } }] },
  ...rest,
});

const GROUP = elbv2('TargetGroup', {});
const LISTENER = elbv2('Listener', { Protocol: 'HTTPS', LoadBalancerArn: { Ref: 'LoadBalancer' }, DefaultActions: [forward] });

const groupsIn = (templates: Templates) => readTargetGroups(templates, templates.ofType('AWS::ECS::Service')[0]);

function groupIn(resources: Resources): TargetGroupFacts {
  const groups = groupsIn(templatesOf({ Service: service(), Group: GROUP, ...resources }));
  if (groups === UNKNOWN) throw new Error('the target group is not known');
  return groups[0];
}

const attribute = (value: unknown) => ({ TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: value as string }] });

describe('a target group', () => {
  test('keeps a target that goes for five minutes and checks health on the port of the requests, unless it says otherwise', () => {
    expect(groupIn({})).toMatchObject({ containerName: 'app', containerPort: 8080, deregistrationDelaySeconds: 300, healthCheckPort: undefined });
    const Group = elbv2('TargetGroup', { HealthCheckPort: 'traffic-port', ...attribute('60') });
    expect(groupIn({ Group })).toMatchObject({ deregistrationDelaySeconds: 60, healthCheckPort: undefined });
    expect(groupIn({ Group: elbv2('TargetGroup', { HealthCheckPort: '9090' }) }).healthCheckPort).toBe(9090);
  });

  test('has a delay that nobody knows where a parameter decides it, or which attribute it is', () => {
    expect(groupIn({ Group: elbv2('TargetGroup', attribute({ Ref: 'Delay' })) }).deregistrationDelaySeconds).toBe(UNKNOWN);
    const nameless = { TargetGroupAttributes: [{ Key: { Ref: 'Key' }, Value: '5' }] };
    expect(groupIn({ Group: elbv2('TargetGroup', nameless) }).deregistrationDelaySeconds).toBe(UNKNOWN);
    expect(groupIn({ Group: elbv2('TargetGroup', { TargetGroupAttributes: { Ref: 'All' } }) }).deregistrationDelaySeconds).toBe(UNKNOWN);
  });

  test('that was made elsewhere makes the groups of the service unknown', () => {
    expect(groupsIn(templatesOf({ Service: service() }))).toBe(UNKNOWN);
  });
});

describe('the listeners of a target group', () => {
  const weighted = { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: 'Group' }, Weight: 1 }] } };

  test('are those that forward to it, alone or among others, by themselves or by a rule', () => {
    for (const action of [forward, weighted]) {
      expect(groupIn({ Listener: elbv2('Listener', { Protocol: 'TLS', DefaultActions: [action] }) }).listeners).toMatchObject([{ protocol: 'TLS' }]);
      const Rule = elbv2('ListenerRule', { ListenerArn: { Ref: 'Listener' }, Actions: [action] });
      expect(groupIn({ Rule, Listener: elbv2('Listener', { Protocol: 'HTTP', DefaultActions: [] }) }).listeners).toMatchObject([{ protocol: 'HTTP' }]);
    }
  });

  test('do not include one that redirects, nor one that was made elsewhere', () => {
    const redirect = { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } };
    expect(groupIn({ Listener: elbv2('Listener', { DefaultActions: [redirect] }) }).listeners).toEqual([]);
    expect(groupIn({ Rule: elbv2('ListenerRule', { ListenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/a/b/c', Actions: [forward] }) }).listeners).toEqual([]);
  });

  test('know their load balancer, which faces the internet and is unprotected unless it says otherwise', () => {
    const [listener] = groupIn({ Listener: LISTENER, LoadBalancer: elbv2('LoadBalancer', {}) }).listeners as TargetGroupFacts['listeners'] & object;
    expect(listener).toMatchObject({
      loadBalancer: { type: 'application', scheme: 'internet-facing', securityGroups: UNKNOWN, deletionProtection: false, dropsInvalidHeaders: false, accessLogs: false },
    });
    expect(groupIn({ Listener: LISTENER }).listeners).toMatchObject([{ loadBalancer: UNKNOWN }]);
    const LoadBalancer = elbv2('LoadBalancer', { Type: 'network', Scheme: 'internal' });
    expect(groupIn({ Listener: LISTENER, LoadBalancer }).listeners).toMatchObject([{ loadBalancer: { scheme: 'internal', securityGroups: undefined } }]);
  });
});

describe('a service awaits what forwards to its target group', () => {
  const awaited = (resources: Resources) => groupIn({ Listener: LISTENER, ...resources }).awaited;
  const environment = (value: unknown): Properties => ({ ContainerDefinitions: [{ Environment: [{ Name: 'X', Value: value as string }] }] });

  test('when it says so, or refers to it', () => {
    expect(awaited({})).toBe(false);
    expect(awaited({ Service: service({ DependsOn: 'Listener' }) })).toBe(true);
    expect(awaited({ Service: service({ DependsOn: ['Group', 'Listener'] }) })).toBe(true);
  });

  test.each([
    ['Ref', { Ref: 'Listener' }],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Listener', 'ListenerArn'] }],
    ['Fn::GetAtt in short', { 'Fn::GetAtt': 'Listener.ListenerArn' }],
    ['Fn::Sub', { 'Fn::Sub': 'arn is ${Listener.ListenerArn}' }],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${X} ${Listener}', { X: 'a' }] }],
    ['a branch of Fn::If', { 'Fn::If': ['Never', { Ref: 'Listener' }, 'none'] }],
  ])('when its task definition refers to it by %s', (_way, value) => {
    const Service = service();
    const withTask = { ...Service, Properties: { ...Service.Properties, TaskDefinition: { Ref: 'Task' } } };
    expect(awaited({ Service: withTask, Task: { Type: 'AWS::ECS::TaskDefinition', Properties: environment(value) } })).toBe(true);
  });

  test('not when a text only looks like a reference', () => {
    const Service = service();
    const withTag = { ...Service, Properties: { ...Service.Properties, ServiceName: { 'Fn::Sub': '${!Listener}' } } };
    expect(awaited({ Service: withTag })).toBe(false);
  });

  test('perhaps, when nothing here forwards to it, or only under a condition, or in another stack', () => {
    expect(groupIn({}).awaited).toBe(UNKNOWN);
    expect(awaited({ Listener: { ...LISTENER, Condition: 'IsProduction' } })).toBe(UNKNOWN);
    const exporting: TemplateBody = { Resources: { Group: GROUP, Service: service() }, Outputs: { Group: { Value: { Ref: 'Group' }, Export: { Name: 'group' } } } };
    const importing: TemplateBody = {
      Resources: { Listener: elbv2('Listener', { DefaultActions: [{ Type: 'forward', TargetGroupArn: { 'Fn::ImportValue': 'group' } }] }) },
    };
    expect(groupsIn(new Templates([sourceOf('S', exporting), sourceOf('Front', importing)]))).toMatchObject([{ awaited: UNKNOWN }]);
  });
});
