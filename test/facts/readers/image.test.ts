import { UNKNOWN } from '../../../src/facts/model/fact';
import { readImage } from '../../../src/facts/readers/image';
import { templatesOf } from '../templates-of';

const templates = templatesOf({ Repository: { Type: 'AWS::ECR::Repository' }, Lookup: { Type: 'Custom::Lookup' } });

test.each([
  ['nginx', 'docker-hub', undefined],
  ['nginx:1.27', 'docker-hub', '1.27'],
  ['library/nginx:latest', 'docker-hub', 'latest'],
  ['docker.io/library/nginx:1', 'docker-hub', '1'],
  ['public.ecr.aws/nginx/nginx:1', 'ecr-public', '1'],
  ['ghcr.io/org/app:v1', 'other', 'v1'],
  ['registry.example.com:5000/app', 'other', undefined],
  ['localhost/app:1', 'other', '1'],
  ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1', 'ecr', '1'],
  ['111122223333.dkr-ecr.eu-west-1.on.aws/app:1', 'ecr', '1'],
  ['${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/cdk-assets-${AWS::Region}:0abc', 'ecr', '0abc'],
  ['${?}.dkr.ecr.${?}.${AWS::URLSuffix}/${S/Repository.Ref}:latest', 'ecr', 'latest'],
  ['${S/Repository.RepositoryUri}:2', 'ecr', '2'],
  ['${S/Repository.RepositoryUri}', 'ecr', undefined],
  ['${S/Lookup.Image}', UNKNOWN, UNKNOWN],
  ['${S/Lookup.Host}/app:1', UNKNOWN, '1'],
  ['ghcr.io/org/app:${?}', 'other', UNKNOWN],
  ['ghcr.io/org/${?}', 'other', UNKNOWN],
])('%s', (reference, registry, tag) => {
  expect(readImage(templates, reference)).toEqual({ reference, registry, tag, digest: undefined });
});

test('a digest is read beside a tag', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  expect(readImage(templates, `ghcr.io/org/app:1@${digest}`)).toMatchObject({ tag: '1', digest });
  expect(readImage(templates, 'ghcr.io/org/app@${?}')).toMatchObject({ digest: UNKNOWN });
});

test('an image that only deployment decides is unknown', () => {
  expect(readImage(templates, UNKNOWN)).toBe(UNKNOWN);
});
