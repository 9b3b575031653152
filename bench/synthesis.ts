import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { Cluster, ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancedFargateService } from 'aws-cdk-lib/aws-ecs-patterns';
import { AwsSolutionsChecks } from 'cdk-nag';
import { median, milliseconds, ratio } from './numbers';
import { quietly } from './quietly';
import type { Measurement } from './table';
import { HardenedFargateService, LoadBalancing } from 'hardened-fargate';

const SERVICES = 10;
const ROUNDS = 5;

const CERTIFICATE = 'arn:aws:acm:eu-west-1:111122223333:certificate/00000000-0000-0000-0000-000000000000';

type Declare = (stack: Stack) => void;

const image = (stack: Stack): ContainerImage => ContainerImage.fromEcrRepository(Repository.fromRepositoryName(stack, 'Repository', 'shop'), '1.4.2');

/** Ten services that share a VPC and a cluster, declared as the users of each library do. */
const patterns: Declare = stack => {
  const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') });
  const certificate = Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE);
  const taskImageOptions = { image: image(stack), containerPort: 8080 };
  for (let number = 1; number <= SERVICES; number++) {
    new ApplicationLoadBalancedFargateService(stack, `Service${number}`, { cluster, certificate, taskImageOptions, redirectHTTP: true });
  }
};

const patternsWithNag: Declare = stack => {
  patterns(stack);
  Validations.of(stack.node.root).addPlugins(new AwsSolutionsChecks(stack.node.root as App));
};

const hardened: Declare = stack => {
  const certificate = Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE);
  const props = { image: image(stack), containerPort: 8080, loadBalancing: LoadBalancing.publicHttps({ certificate }) };
  const { cluster } = new HardenedFargateService(stack, 'Service1', props);
  for (let number = 2; number <= SERVICES; number++) new HardenedFargateService(stack, `Service${number}`, { ...props, cluster });
};

const CONTESTANTS = { 'ecs-patterns': patterns, 'ecs-patterns with cdk-nag AwsSolutions': patternsWithNag, 'hardened-fargate': hardened } as const;

interface Run {
  readonly time: number;
  readonly resources: number;
}

/** How long it takes to declare and synthesize ten services; the rounds are interleaved, so that a slow moment hits all alike. */
export function measureSynthesis(): readonly Measurement[] {
  const contestants = Object.entries(CONTESTANTS).map(([name, declare]) => {
    const { resources } = synthesize(declare); // the first run pays for loading and compiling, and does not count
    return { name, declare, resources, times: [] as number[] };
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const { declare, times } of contestants) times.push(synthesize(declare).time);
  }
  const base = median(contestants[0].times);
  return contestants.map(({ name, resources, times }) => ({
    what: `synthesis of ${SERVICES} services, ${name} (${resources} resources)`,
    value: milliseconds(median(times)),
    ratio: ratio(median(times) / base),
  }));
}

function synthesize(declare: Declare): Run {
  const outdir = mkdtempSync(join(tmpdir(), 'hardened-fargate-bench-'));
  try {
    const started = performance.now();
    const app = new App({ outdir, analyticsReporting: false });
    declare(new Stack(app, 'Stack'));
    // cdk-nag refuses the services of ecs-patterns as they are.
    quietly(() => app.synth());
    const time = performance.now() - started;
    const { Resources } = JSON.parse(readFileSync(join(outdir, 'Stack.template.json'), 'utf8')) as { readonly Resources: object };
    return { time, resources: Object.keys(Resources).length };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
