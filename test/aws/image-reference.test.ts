import { parseImageReference } from '../../src/aws/image-reference';

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
  [`${ECR}/web`, { account: '111122223333', region: 'eu-west-1' }],
  ['111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/web', { account: '111122223333', region: 'us-gov-west-1' }],
  ['111122223333.dkr-ecr.us-west-2.on.aws/web', { account: '111122223333', region: 'us-west-2' }],
  ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/web', { account: '111122223333', region: 'cn-north-1' }],
  ['public.ecr.aws/nginx/nginx', undefined],
  ['nginx', undefined],
])('%s is in the ECR of %j', (text, ecr) => expect(parseImageReference(text)?.ecr).toEqual(ecr));

test.each(['', 'two words', 'web@', 'web:tag:other', 'https://example.com/web'])('%j is no image reference', text => expect(parseImageReference(text)).toBeUndefined());
