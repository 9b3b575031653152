import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Duration } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { EXAMPLES, type Example, FORMS } from './forms';
import { Deployment, HardenedFargateTask, LoadBalancing } from '../../src/index';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';
import { behindHttps, declareIn, imageIn } from '../service/declare';

const DOCUMENT = readFileSync(join(__dirname, '..', '..', 'docs', 'PERMISSIONS.md'), 'utf8');

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
}

/** A worker whose Exec sessions are recorded in a bucket. */
const recordedInBucket: Example = stack => void declareIn(stack, {
  cluster: new ecs.Cluster(stack, 'Cluster', {
    vpc: new ec2.Vpc(stack, 'Vpc'),
    containerInsightsV2: ecs.ContainerInsights.ENABLED,
    executeCommandConfiguration: {
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { s3Bucket: new s3.Bucket(stack, 'Sessions'), s3EncryptionEnabled: true, s3KeyPrefix: 'shop/' },
    },
  }),
});

/** A service that moves requests, with a file system, behind a task that runs before its deployments, and one behind a network load balancer. */
const everyShape: Example = stack => {
  const files = (vpc: ec2.IVpc) => new efs.FileSystem(stack, 'Files', { vpc, encrypted: true, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } })
    .addAccessPoint('Shop', { path: '/shop', createAcl: { ownerUid: '1', ownerGid: '1', permissions: '750' }, posixUser: { uid: '1', gid: '1' } });
  const service = declareIn(stack, { ...behindHttps(stack), deployment: Deployment.blueGreen() });
  const { cluster, vpc } = service;
  service.mountFileSystem(files(vpc), { containerPath: '/files' });
  const task = new HardenedFargateTask(stack, 'Schema', { image: imageIn(stack), cluster });
  service.runBeforeDeployment(task);
  task.schedule('Nightly', { schedule: ScheduleExpression.rate(Duration.days(1)) });
  const certificate = acm.Certificate.fromCertificateArn(stack, 'Of', 'arn:aws:acm:eu-central-1:111122223333:certificate/another');
  declareIn(stack, { cluster, containerPort: 8080, loadBalancing: LoadBalancing.network({ protocol: Protocol.TLS, certificate }) }, 'Broker');
};

/** Every statement of a template, in policies of roles and of resources alike. */
function statementsIn(value: unknown): readonly Statement[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Statement' in value && Array.isArray(value.Statement) ? value.Statement as Statement[] : [];
  return [...own, ...Object.values(value).flatMap(statementsIn)];
}

/** An ARN as in the document: what only deployment knows is left out. */
function arnOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { 'Fn::Join': joined = ['', []] } = resource as { 'Fn::Join'?: [string, readonly unknown[]] };
  return joined[1].map(part => typeof part === 'string' ? part : '…').join('').replace(/^(arn:aws|arn:…|…)/, 'arn:…').replace(/:…:…:/, ':…:')
    .replace(/(task-definition\/)\w+/, '$1…');
}

function wildcardsOf(example: Example, context: Readonly<Record<string, unknown>>): readonly string[] {
  const app = new App({ context });
  FORMS['one stack'](app, example);
  return statementsIn(app.synth().getStackByName('App').template).filter(({ Effect: effect }) => effect === 'Allow')
    .flatMap(({ Action: actions, Resource: resources = [] }) =>
      [actions].flat().flatMap(action => [resources].flat().map(resource => [action, arnOf(resource)])))
    .filter(pair => pair.some(text => text.includes('*')))
    .map(pair => pair.join(' on '));
}

test('every permission with a wildcard is in the document, and no other is', () => {
  const documented = [...DOCUMENT.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)].map(([, action, resource]) => `${action} on ${resource}`);
  const examples = [...Object.values(EXAMPLES), recordedInBucket, everyShape];
  const found = examples.flatMap(example => Object.values(FLAG_SETS).flatMap(flags => wildcardsOf(example, flags)));
  expect([...new Set(found)].sort()).toEqual(documented.sort());
});

/** What the stop analyzer reads is in a role of its own. */
const OF_THE_ANALYZER = [...DOCUMENT.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| role of the stop analyzer/gm)].map(([, action, resource]) => `${action} on ${resource}`);

test('an execution role and a task role without Exec and grants allow nothing but the token of the registry with a wildcard', () => {
  const example: Example = stack => void declareIn(stack, { enableExecuteCommand: false });
  const others = wildcardsOf(example, {}).filter(found => !found.startsWith('kms:') && !OF_THE_ANALYZER.includes(found));
  expect(others).toEqual(['ecr:GetAuthorizationToken on *']);
});
