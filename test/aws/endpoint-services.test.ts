import { endpointKindOf, ENDPOINT_SERVICES, isRenamedInChina, regionalServiceOf } from '../../src/aws/endpoint-services';

test('S3 and DynamoDB are reached through routes, every other service through interfaces', () => {
  expect(ENDPOINT_SERVICES.filter(service => endpointKindOf(service) === 'Gateway')).toEqual(['s3', 'dynamodb']);
});

test('the endpoint services of ECR and SQS have other names in China', () => {
  expect(ENDPOINT_SERVICES.filter(isRenamedInChina)).toEqual(['ecr.api', 'ecr.dkr', 'sqs']);
});

test.each([
  ['cn.com.amazonaws.cn-north-1.ecr.api', 'ecr.api'],
  ['com.amazonaws.eu-west-1.s3', 's3'],
  ['com.amazonaws.eusc-de-east-1.ecr.api', 'ecr.api'],
  ['com.amazonaws.us-isob-east-1.logs', 'logs'],
  ['com.amazonaws.${AWS::Region}.ssm', 'ssm'],
  ['com.amazonaws.vpce.eu-west-1.vpce-svc-0123', 'vpce-svc-0123'],
  ['${S/Service.Name}', undefined],
  ['logs', undefined],
])('%s serves %s', (name, service) => expect(regionalServiceOf(name)).toBe(service));
