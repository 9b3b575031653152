import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { type EndpointService, endpointKindOf, ENDPOINT_SERVICES, isRenamedInChina } from '../../src/aws/endpoint-services';
import { endpointServiceName } from '../../src/network/endpoint-service-name';

const stackIn = (region?: string) => new Stack(new App(), 'Shop', { env: { region, account: '111122223333' } });

const nameIn = (region: string | undefined, service: EndpointService): unknown => {
  const stack = stackIn(region);
  return stack.resolve(endpointServiceName(stack, service));
};

test.each([
  ['eu-west-1', 'ecr.api', 'com.amazonaws.eu-west-1.ecr.api'],
  ['eu-west-1', 's3', 'com.amazonaws.eu-west-1.s3'],
  ['us-gov-west-1', 'ecr.dkr', 'com.amazonaws.us-gov-west-1.ecr.dkr'],
  ['cn-north-1', 'ecr.api', 'cn.com.amazonaws.cn-north-1.ecr.api'],
  ['cn-northwest-1', 'ecr.dkr', 'cn.com.amazonaws.cn-northwest-1.ecr.dkr'],
  ['cn-north-1', 'sqs', 'cn.com.amazonaws.cn-north-1.sqs'],
  ['cn-north-1', 'logs', 'com.amazonaws.cn-north-1.logs'],
  ['cn-north-1', 's3', 'com.amazonaws.cn-north-1.s3'],
  ['eusc-de-east-1', 'ecr.api', 'eu.amazonaws.eusc-de-east-1.ecr.api'],
  ['us-iso-east-1', 'sns', 'gov.ic.c2s.us-iso-east-1.sns'],
] as const)('in %s, %s is reached through %s', (region, service, name) => expect(nameIn(region, service)).toBe(name));

test('where only deployment knows the Region, the name fits every Region of China and of the other partition', () => {
  const stack = stackIn();
  const name = (service: EndpointService): unknown => stack.resolve(endpointServiceName(stack, service));
  const joined = (prefix: string, service: string) => ({ 'Fn::Join': ['', [`${prefix}.`, { Ref: 'AWS::Region' }, `.${service}`]] });
  for (const service of ['ecr.api', 'ecr.dkr', 'sqs'] as const) {
    expect(name(service)).toEqual({ 'Fn::If': ['HardenedFargateInChina', joined('cn.com.amazonaws', service), joined('com.amazonaws', service)] });
  }
  expect(name('logs')).toEqual(joined('com.amazonaws', 'logs'));
  expect(Template.fromStack(stack).toJSON().Conditions).toEqual({ HardenedFargateInChina: { 'Fn::Equals': [{ Ref: 'AWS::Partition' }, 'aws-cn'] } });
});

/** The list here would be wrong as soon as AWS renames a service in China, or offers it under the usual name. */
test.each(ENDPOINT_SERVICES.filter(service => endpointKindOf(service) === 'Interface'))('the CDK, too, knows whether %s has another name in China', service => {
  for (const region of ['cn-north-1', 'cn-northwest-1']) {
    const name = stackIn(region).resolve(new ec2.InterfaceVpcEndpointAwsService(service).name);
    expect([service, name]).toEqual([service, `${isRenamedInChina(service) ? 'cn.' : ''}com.amazonaws.${region}.${service}`]);
  }
});
