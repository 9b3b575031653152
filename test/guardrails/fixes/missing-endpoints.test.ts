import type { Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { readsSettings } from '../corpus/bad/settings-file';
import { execWorker } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { judgeCorpus } from '../corpus/judge-corpus';
import { addEndpoint, addGateway, type EndpointService, isolatedVpc } from '../corpus/parts/network';
import { soundService } from '../corpus/parts/service';
import { queueWorker, tableWorker } from '../corpus/sound/applications';

/** Services that ask AWS for different things, in isolated subnets with the endpoints that somebody added. */
const SERVICES: Readonly<Record<string, (stack: Stack, vpc: ec2.Vpc) => void>> = {
  'an image and its logs': (stack, vpc) => void soundService(stack, { vpc }),
  'secrets of both stores': (stack, vpc) => void soundService(stack, {
    vpc,
    container: {
      secrets: {
        TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token')),
        FLAGS: ecs.Secret.fromSsmParameter(new ssm.StringParameter(stack, 'Flags', { stringValue: 'on' })),
      },
    },
  }),
  'settings in S3': (stack, vpc) => void soundService(stack, { vpc, ...readsSettings(stack) }),
  'sessions under a key': (stack, vpc) => execWorker(() => vpc)(stack),
  'work from a queue': (stack, vpc) => queueWorker(stack, vpc),
  'a table': (stack, vpc) => void tableWorker(stack, vpc),
};

const withEndpoints = (declare: (stack: Stack, vpc: ec2.Vpc) => void, names: readonly string[]): Declare => stack => {
  const vpc = isolatedVpc(stack);
  for (const name of names) {
    if (name === 's3' || name === 'dynamodb') addGateway(vpc, name);
    else addEndpoint(vpc, name as EndpointService);
  }
  declare(stack, vpc);
};

/** The services that findings name, each as `'ecr.api'`, or in a list. */
const namedIn = (description: string): readonly string[] =>
  [...description.matchAll(/cannot reach:? (.+?), because/g)].flatMap(([, names]) => names.replaceAll("'", '').split(', '));

const names = Object.keys(SERVICES);
const missing = judgeCorpus(names.map(name => withEndpoints(SERVICES[name], []))).map(({ findings }) => findings);
const added = missing.map(findings => [...new Set(findings.flatMap(({ description }) => namedIn(description)))].sort());
const mended = judgeCorpus(names.map((name, index) => withEndpoints(SERVICES[name], added[index])));

test.each(names.map((name, index) => ({ name, index })))('a service that needs $name needs nothing more when each endpoint is added that its findings name', ({ index }) => {
  expect(added[index].length).toBeGreaterThan(3);
  expect(mended[index].findings.map(({ ruleName, description }) => `${ruleName}: ${description}`)).toEqual([]);
});

test('the first findings name what a start, a session and the application ask for', () => {
  expect(Object.fromEntries(names.map((name, index) => [name, added[index]]))).toEqual({
    'an image and its logs': ['ecr.api', 'ecr.dkr', 'logs', 's3'],
    'secrets of both stores': ['ecr.api', 'ecr.dkr', 'logs', 's3', 'secretsmanager', 'ssm'],
    'settings in S3': ['ecr.api', 'ecr.dkr', 'logs', 's3'],
    'sessions under a key': ['ecr.api', 'ecr.dkr', 'kms', 'logs', 's3', 'ssmmessages'],
    'work from a queue': ['ecr.api', 'ecr.dkr', 'logs', 's3', 'sqs'],
    'a table': ['dynamodb', 'ecr.api', 'ecr.dkr', 'logs', 's3'],
  });
});
