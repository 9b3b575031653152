import { ecrRegistryOf, parseImageReference, takeApart } from '../../src/aws/image-reference';

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';

test.each([
  ['nginx', 'docker.io', 'library/nginx', 'latest', undefined],
  ['nginx:1.27', 'docker.io', 'library/nginx', '1.27', undefined],
  ['acme/web:1', 'docker.io', 'acme/web', '1', undefined],
  ['docker.io/nginx', 'docker.io', 'library/nginx', 'latest', undefined],
  ['docker.io/library/nginx:1', 'docker.io', 'library/nginx', '1', undefined],
  ['ghcr.io/acme/team/web:main', 'ghcr.io', 'acme/team/web', 'main', undefined],
  ['localhost/web', 'localhost', 'web', 'latest', undefined],
  ['registry.internal:5000/web:1', 'registry.internal:5000', 'web', '1', undefined],
  ['public.ecr.aws/nginx/nginx:stable', 'public.ecr.aws', 'nginx/nginx', 'stable', undefined],
  [`${ECR}/web:v1`, ECR, 'web', 'v1', undefined],
  [`${ECR}/web@sha256:6ecf45ef`, ECR, 'web', undefined, 'sha256:6ecf45ef'],
  [`${ECR}/web:latest@sha256:6ecf45ef`, ECR, 'web', 'latest', 'sha256:6ecf45ef'],
])('%s is in %s, is called %s and has the tag %s and the digest %s', (text, registry, repository, tag, digest) => {
  expect(parseImageReference(text)).toMatchObject({ registry, repository, tag, digest });
});

test.each([
  [`${ECR}/web`, 'eu-west-1', false],
  ['111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/web', 'us-gov-west-1', false],
  ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/web', 'cn-north-1', false],
  ['111122223333.dkr.ecr.eusc-de-east-1.amazonaws.eu/web:1', 'eusc-de-east-1', false],
  ['111122223333.dkr.ecr.us-iso-east-1.c2s.ic.gov/web', 'us-iso-east-1', false],
  ['111122223333.dkr.ecr.us-isob-east-1.sc2s.sgov.gov/web', 'us-isob-east-1', false],
  ['111122223333.dkr.ecr.eu-isoe-west-1.cloud.adc-e.uk/web', 'eu-isoe-west-1', false],
  ['111122223333.dkr.ecr.us-isof-south-1.csp.hci.ic.gov/web', 'us-isof-south-1', false],
  ['111122223333.dkr-ecr.us-west-2.on.aws/web', 'us-west-2', true],
  ['111122223333.dkr-ecr-fips.us-west-2.on.aws/web', 'us-west-2', true],
  ['111122223333.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn/web', 'cn-north-1', true],
])('%s is in the ECR of %s, dual-stack: %s', (text, region, dualStack) => {
  expect(parseImageReference(text)?.ecr).toEqual({ account: '111122223333', region, dualStack });
});

test.each([
  'public.ecr.aws/nginx/nginx',
  'nginx',
  '111122223333.dkr.ecr.eu-west-1.amazonaws.com.evil.example/web',
  'dkr.ecr.eu-west-1.amazonaws.com/web',
  '1111.dkr.ecr.eu-west-1.amazonaws.com/web',
])('%s is in no private registry of ECR', text => expect(parseImageReference(text)?.ecr).toBeUndefined());

test('what only deployment knows may be any part of the name of a registry', () => {
  expect(ecrRegistryOf('\ue000.dkr.ecr.\ue001.\ue002')).toEqual({ account: '\ue000', region: '\ue001', dualStack: false });
  expect(ecrRegistryOf('111122223333.dkr.ecr.eu-west-1.\ue000')).toEqual({ account: '111122223333', region: 'eu-west-1', dualStack: false });
  expect(ecrRegistryOf('\ue000')).toBeUndefined();
});

test('a symbol in front may be the host with its path, and one behind a path is no host', () => {
  expect(takeApart('\ue000:1')).toEqual({ host: '\ue000', path: '', tag: '1', digest: undefined });
  expect(takeApart('\ue000/web')).toEqual({ host: '\ue000', path: 'web', tag: undefined, digest: undefined });
  expect(takeApart('web\ue000')).toEqual({ host: undefined, path: 'web\ue000', tag: undefined, digest: undefined });
});

test.each(['', 'two words', 'web@', 'web:tag:other', 'https://example.com/web'])('%j is no image reference', text => expect(parseImageReference(text)).toBeUndefined());
