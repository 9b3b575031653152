import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { behindHttps, declareIn } from './declare';
import { LoadBalancing } from '../../src/index';

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** A public and an internal service, with all that a template of them can refer to by name. */
function textsOf(region?: string): readonly string[] {
  const stack = new Stack(new App(), 'Shop', { env: { region, account: '111122223333' } });
  const web = declareIn(stack, behindHttps(stack));
  const api = declareIn(stack, { cluster: web.cluster, containerPort: 8080, loadBalancing: LoadBalancing.internal() }, 'Api');
  new sqs.Queue(stack, 'Mails').grantSendMessages(api);
  return textsIn(Template.fromStack(stack).toJSON().Resources);
}

/** AWS names these principals in every partition alike. */
const PRINCIPALS = [
  'application-autoscaling', 'cloudwatch', 'ecs', 'ecs-tasks', 'events', 'lambda', 'logdelivery.elasticloadbalancing', 'vpc-flow-logs',
].map(name => `${name}.amazonaws.com`);

describe.each([undefined, 'cn-north-1'])('a template for the Region %s', region => {
  const texts = textsOf(region);

  test('names the partition of no ARN but those that are given', () => {
    expect(texts.filter(text => text.includes('arn:aws:') && !text.includes('certificate/a-certificate'))).toEqual([]);
  });

  test('writes out no domain but those of service principals', () => {
    expect(texts.filter(text => /amazonaws\.com(?!\.cn)/.test(text) && !PRINCIPALS.includes(text))).toEqual([]);
  });

  test('has the endpoint services of China', () => {
    const written = texts.join('\n');
    for (const service of ['ecr.api', 'ecr.dkr', 'sqs']) {
      expect(written).toContain(region === undefined ? `cn.com.amazonaws.\nAWS::Region\n.${service}` : `cn.com.amazonaws.cn-north-1.${service}`);
    }
  });
});

test.each([
  ['eusc-de-east-1', 'eu.amazonaws'], ['us-iso-east-1', 'gov.ic.c2s'], ['us-isob-east-1', 'gov.sgov.sc2s'],
])('a template for %s, which has to be known, has the endpoint services of ECR there', (region, prefix) => {
  expect(textsOf(region)).toContain(`${prefix}.${region}.ecr.api`);
});
