import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { type Given, SHAPES } from './shapes';
import { SharedLoadBalancer } from '../src/index';
import { FLAG_SETS } from './guardrails/cdk-init-flags';
import { certificateIn, imageIn } from './service/declare';

const DOCUMENT = readFileSync(join(__dirname, '..', 'docs', 'SHAPES.md'), 'utf8');
const CODE = readFileSync(join(__dirname, 'shapes.ts'), 'utf8').replace(/^ {4}/gm, '');

/** A lookup needs to know where it looks. */
const ENVIRONMENT = { env: { account: '111122223333', region: 'eu-central-1' } };

function givenIn(app: App): Given {
  const stack = new Stack(app, 'Shop', ENVIRONMENT);
  const platform = new Stack(app, 'Platform', ENVIRONMENT);
  return {
    stack,
    platform,
    image: imageIn(stack),
    app: join(__dirname, '..', 'examples', 'worker', 'app'),
    collector: mirrored(stack, 'CollectorImage', 'ecr-public/aws-observability/aws-otel-collector'),
    router: mirrored(stack, 'FluentBitImage', 'ecr-public/aws-observability/aws-for-fluent-bit'),
    apiKey: secretsmanager.Secret.fromSecretNameV2(stack, 'ApiKey', 'datadog/api-key'),
    domainZone: route53.HostedZone.fromHostedZoneAttributes(platform, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' }),
    get vpc() {
      return new ec2.Vpc(stack, 'Vpc');
    },
    get operators() {
      return new iam.Role(stack, 'Operators', { assumedBy: new iam.AccountRootPrincipal() });
    },
    get shared() {
      return new SharedLoadBalancer(stack, 'Shared', { internetFacing: true, certificates: [certificateIn(stack)] });
    },
  };
}

/** An image that a pull through cache has. */
const mirrored = (stack: Stack, id: string, repository: string) =>
  ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, id, repository), '1.2.3');

const BLOCKS = [...DOCUMENT.matchAll(/<!-- (\w+) -->\n```ts\n([^]*?)\n```/g)].map(([, name, code]) => [name, code] as const);

test('every piece of code in the document is one that is compiled and synthesized', () => {
  expect(BLOCKS.map(([name]) => name).sort()).toEqual(Object.keys(SHAPES).sort());
  expect(DOCUMENT.match(/^```ts$/gm)).toHaveLength(BLOCKS.length);
  for (const [, code] of BLOCKS) expect(CODE).toContain(code);
});

test('every link of its table leads to a heading', () => {
  const headings = [...DOCUMENT.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/ /g, '-'));
  for (const [, anchor] of DOCUMENT.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
});

describe.each(Object.entries(FLAG_SETS))('with %s', (_, context) => {
  test.each(Object.keys(SHAPES))('%s is synthesized, and the guardrails find no error', name => {
    const app = new App({ context });
    SHAPES[name](givenIn(app));
    expect(() => app.synth()).not.toThrow();
  });
});
