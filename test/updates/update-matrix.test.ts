import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationProtocolVersion } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { TemplateResource } from './dependencies';
import { templateWith } from './judge-update';
import { faultsOfOrder } from './order';
import type { Template } from './replaced';
import { base, FURTHER_ROWS, ROWS } from './rows';
import { LoadBalancing } from '../../src/index';
import { certificateIn } from '../service/declare';
import { declaredProps, propsOfTasks } from '../service/declared-props';

const UPDATES = readFileSync(join(__dirname, '..', '..', 'docs', 'UPDATES.md'), 'utf8');

test('every prop has a row of values between which a deployed service can change', () => {
  const props = declaredProps();
  expect(props.length).toBeGreaterThan(20);
  expect(Object.keys(ROWS).sort()).toEqual([...props].sort());
});

test('every replacement and removal that is allowed has its reason', () => {
  for (const { allowed = {} } of Object.values({ ...ROWS, ...FURTHER_ROWS })) for (const why of Object.values(allowed)) expect(why).toMatch(/^[a-zA-Z].{15,}/);
});

test('every prop of a task has a row, too', () => {
  expect(propsOfTasks().filter(prop => !(prop in ROWS))).toEqual([]);
});

test('another protocol replaces the target group before its tasks are healthy, as docs/UPDATES.md says', () => {
  const [http, grpc] = [undefined, ApplicationProtocolVersion.GRPC].map(protocolVersion => templateWith(stack =>
    ({ loadBalancing: LoadBalancing.publicHttps({ certificate: certificateIn(stack), protocolVersion }) })));
  expect(faultsOfOrder(http, grpc)).toEqual([expect.stringContaining('forwards to a group before its targets are healthy')]);
  expect(UPDATES).toContain('| `protocolVersion` of `loadBalancing` | target group |');
});

describe('another construct id of a service', () => {
  const [web, renamed] = ['Web', 'Shop'].map(id => templateWith(base, id));

  test('keeps the record of its name, which moves when the tasks behind the new load balancer are healthy', () => {
    const records = ({ Resources }: Template) => Object.keys(Resources).filter(id => Resources[id].Type === 'AWS::Route53::RecordSet');
    expect(records(web)).toEqual([expect.stringMatching(/^HardenedFargateName[0-9A-F]{8}$/)]);
    expect(records(renamed)).toEqual(records(web));
    expect(faultsOfOrder(web, renamed)).toEqual([]);
  });

  test('leaves a load balancer that can go, because docs/UPDATES.md has its protection taken off first', () => {
    expect(UPDATES).toContain('to a worker, another construct id, or the whole service | `deletionProtection: false` |');
  });
});

describe('a service that moves from the analyzer of its stack to one that is declared apart', () => {
  const [own, shared] = ['in the stack', 'declared apart'].map(name => templateWith(ROWS.stopAnalysis.values[name]).Resources);

  test('leaves its dead letters and its diagnoses where they are', () => {
    const left = Object.keys(own).filter(id => !(id in shared) && ['AWS::SQS::Queue', 'AWS::Logs::LogGroup'].includes(own[id].Type) && own[id].DeletionPolicy === 'Retain');
    expect(left.map(id => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['HardenedFargateStopAnalyzerDeadLetterQueue', 'HardenedFargateStopAnalyzerLog']);
  });

  test('is watched all the time: the new rules have ids of their own, and CloudFormation deletes the old ones last', () => {
    const rules = (resources: Template['Resources']) => Object.keys(resources).filter(id => resources[id].Type === 'AWS::Events::Rule' && !/Canary|Tick/.test(id));
    expect(rules(own)).toHaveLength(2);
    expect(rules(shared)).toHaveLength(2);
    expect(rules(shared).filter(id => id in own)).toEqual([]);
  });
});

describe('the order of an update', () => {
  const listener = (loadBalancer: string, targetGroup: string) => ({
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: { LoadBalancerArn: { Ref: loadBalancer }, Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: targetGroup } }] },
  });
  const balancer = (Scheme: string) => ({ Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Scheme } });
  const group = (Port: number) => ({ Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Port } });
  const service = { Type: 'AWS::ECS::Service', Properties: {}, DependsOn: ['Listener'] };
  const stack = (scheme: string, port: number): Template =>
    ({ Resources: { Balancer: balancer(scheme), Group: group(port), Listener: listener('Balancer', 'Group'), Service: service } });

  test('puts no target group on two load balancers', () => {
    expect(faultsOfOrder(stack('internal', 80), stack('internet-facing', 80))).toContain('Group is on new Balancer and on another load balancer');
  });

  test('moves no listener to a group without tasks', () => {
    expect(faultsOfOrder(stack('internal', 80), stack('internal', 8080))).toEqual(['Listener forwards to a group before its targets are healthy']);
  });

  test('moves a listener to a group without tasks only when requests go there', () => {
    const weighted = (weight: number): Template => {
      const { Resources: around } = stack('internal', 80);
      const TargetGroups = [{ TargetGroupArn: { Ref: 'Group' }, Weight: 100 }, { TargetGroupArn: { Ref: 'Second' }, Weight: weight }];
      const { Properties } = around.Listener;
      return { Resources: { ...around, Second: group(80), Listener: { ...around.Listener, Properties: { ...Properties, DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }] } } } };
    };
    expect(faultsOfOrder(stack('internal', 80), weighted(0))).toEqual([]);
    expect(faultsOfOrder(stack('internal', 80), weighted(1))).toEqual(['Listener forwards to a group before its targets are healthy']);
  });

  test('gives no priority to two rules of a listener', () => {
    const rule = { Type: 'AWS::ElasticLoadBalancingV2::ListenerRule', Properties: { ListenerArn: { Ref: 'Listener' }, Priority: 7, Actions: [] } };
    const { Resources: around } = stack('internal', 80);
    expect(faultsOfOrder({ Resources: { ...around, Old: rule } }, { Resources: { ...around, New: rule } }))
      .toEqual(['new New and another rule want priority 7', 'Old and another rule want priority 7']);
  });

  test('moves no record before the service is stable', () => {
    const record = (loadBalancer: string, DependsOn: readonly string[]): TemplateResource =>
      ({ Type: 'AWS::Route53::RecordSet', Properties: { AliasTarget: { DNSName: { 'Fn::GetAtt': [loadBalancer, 'DNSName'] } } }, DependsOn });
    const { Resources: around } = stack('internal', 80);
    const to = (dependencies: readonly string[]) => ({ Resources: { ...around, Other: balancer('internal'), Record: record('Other', dependencies) } });
    const from = { Resources: { ...around, Record: record('Balancer', []) } };
    expect(faultsOfOrder(from, to([]))).toEqual(['Record points to a load balancer before its targets are healthy']);
    expect(faultsOfOrder(from, to(['Service']))).toEqual([]);
  });

  test('creates no record that exists', () => {
    const record = { Type: 'AWS::Route53::RecordSet', Properties: { Name: 'shop.example.com.', Type: 'A' } };
    expect(faultsOfOrder({ Resources: { Old: record } }, { Resources: { New: record } })).toEqual(['New is created while another record has its name']);
  });
});
