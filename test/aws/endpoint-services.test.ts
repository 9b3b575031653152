import { endpointKindOf, ENDPOINT_SERVICES, endpointServiceName, regionalServiceOf } from '../../src/aws/endpoint-services';

test.each([
  ['ecr.api', 'com.amazonaws.eu-west-1.ecr.api', 'cn.com.amazonaws.cn-north-1.ecr.api', 'Interface'],
  ['ecr.dkr', 'com.amazonaws.eu-west-1.ecr.dkr', 'cn.com.amazonaws.cn-north-1.ecr.dkr', 'Interface'],
  ['s3', 'com.amazonaws.eu-west-1.s3', 'com.amazonaws.cn-north-1.s3', 'Gateway'],
  ['logs', 'com.amazonaws.eu-west-1.logs', 'com.amazonaws.cn-north-1.logs', 'Interface'],
  ['secretsmanager', 'com.amazonaws.eu-west-1.secretsmanager', 'com.amazonaws.cn-north-1.secretsmanager', 'Interface'],
  ['ssm', 'com.amazonaws.eu-west-1.ssm', 'com.amazonaws.cn-north-1.ssm', 'Interface'],
  ['ssmmessages', 'com.amazonaws.eu-west-1.ssmmessages', 'com.amazonaws.cn-north-1.ssmmessages', 'Interface'],
  ['kms', 'com.amazonaws.eu-west-1.kms', 'com.amazonaws.cn-north-1.kms', 'Interface'],
] as const)('%s is reached through %s, and in China through %s', (service, inIreland, inBeijing, kind) => {
  expect(endpointServiceName(service, 'eu-west-1')).toBe(inIreland);
  expect(endpointServiceName(service, 'cn-north-1')).toBe(inBeijing);
  expect(endpointKindOf(service)).toBe(kind);
  expect([inIreland, inBeijing].map(regionalServiceOf)).toEqual([service, service]);
  expect(ENDPOINT_SERVICES).toContain(service);
});

test.each([
  ['com.amazonaws.eusc-de-east-1.ecr.api', 'ecr.api'],
  ['com.amazonaws.us-isob-east-1.logs', 'logs'],
  ['com.amazonaws.${AWS::Region}.ssm', 'ssm'],
  ['com.amazonaws.vpce.eu-west-1.vpce-svc-0123', 'vpce-svc-0123'],
  ['${S/Service.Name}', undefined],
  ['logs', undefined],
])('%s serves %s', (name, service) => expect(regionalServiceOf(name)).toBe(service));
