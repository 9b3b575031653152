import { UNKNOWN } from '../../../src/facts/model/fact';
import { readImage } from '../../../src/facts/readers/image';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf, templatesOf } from '../templates-of';

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
  ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/web:1', 'ecr', '1'],
  ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/web:1', 'ecr', '1'],
  ['${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/cdk-assets-${AWS::Region}:0abc', 'ecr', '0abc'],
  ['${?}.dkr.ecr.${?}.${AWS::URLSuffix}/${S/Repository.Ref}:latest', 'ecr', 'latest'],
  ['${S/Repository.RepositoryUri}:2', 'ecr', '2'],
  ['${S/Repository.RepositoryUri}', 'ecr', undefined],
  ['${S/Lookup.Image}', UNKNOWN, UNKNOWN],
  ['${S/Lookup.Host}/app:1', UNKNOWN, '1'],
  ['ghcr.io/org/app:${?}', 'other', UNKNOWN],
  ['ghcr.io/org/${?}', 'other', UNKNOWN],
  ['ghcr.io/org/${?}-amd64', 'other', UNKNOWN],
  ['${?}-amd64', UNKNOWN, UNKNOWN],
])('%s', (reference, registry, tag) => {
  expect(readImage(templates, reference, 'S')).toMatchObject({ reference, registry, tag, digest: undefined });
});

test('a digest is read beside a tag', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  expect(readImage(templates, `ghcr.io/org/app:1@${digest}`, 'S')).toMatchObject({ tag: '1', digest });
  expect(readImage(templates, 'ghcr.io/org/app@${?}', 'S')).toMatchObject({ digest: UNKNOWN });
});

test('an image that only deployment decides is unknown', () => {
  expect(readImage(templates, UNKNOWN, 'S')).toBe(UNKNOWN);
});

test.each([
  ['${?}.dkr.ecr.${?}.${AWS::URLSuffix}/${S/Repository.Ref}:latest', '${S/Repository.Arn}', []],
  ['${S/Repository.RepositoryUri}:2', '${S/Repository.Arn}', []],
  ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1', 'arn:${AWS::Partition}:ecr:eu-west-1:111122223333:repository/team/app', UNKNOWN],
  ['${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/app@sha256:0abc', 'arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/app', UNKNOWN],
])('%s is in the repository %s', (reference, arn, grants) => {
  expect(readImage(templates, reference, 'S')).toMatchObject({ repository: { arn, grants } });
});

test('an image outside ECR is in no repository that policies name', () => {
  expect(readImage(templates, 'ghcr.io/org/app:v1', 'S')).toMatchObject({ repository: undefined });
});

test.each<[reference: string, dualStack: boolean | undefined]>([
  ['111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1', false],
  ['${S/Repository.RepositoryUri}:1', false],
  ['111122223333.dkr-ecr.us-east-1.on.aws/app:1', true],
  ['111122223333.dkr-ecr-fips.us-east-1.on.aws/app:1', true],
  ['ghcr.io/org/app:v1', undefined],
])('%s says by its host whether it answers on IPv6', (reference, dualStack) => {
  expect(readImage(templates, reference, 'S')).toMatchObject({ dualStack });
});

describe('the Region of an image', () => {
  const inIreland = new Templates([{ ...sourceOf('S', { Resources: { Repository: { Type: 'AWS::ECR::Repository' } } }), environment: { region: 'eu-west-1' } }]);

  test.each<[reference: string, region: unknown]>([
    ['111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1', 'us-east-1'],
    ['111122223333.dkr-ecr.us-east-1.on.aws/app:1', 'us-east-1'],
    ['111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/app:1', 'us-east-1'],
    ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1', undefined],
    ['${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/app:1', undefined],
    ['${S/Repository.RepositoryUri}:1', undefined],
    ['${?}.dkr.ecr.${?}.${AWS::URLSuffix}/${S/Repository.Ref}:1', undefined],
    ['${?}.dkr.ecr.${?}.${AWS::URLSuffix}/app:1', UNKNOWN],
    ['ghcr.io/org/app:v1', undefined],
  ])('%s is told where it is not the one of the stack', (reference, region) => {
    expect(readImage(inIreland, reference, 'S')).toMatchObject({ region });
  });

  test('is unknown where nobody says which one is the one of the stack', () => {
    expect(readImage(templates, '111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1', 'S')).toMatchObject({ region: UNKNOWN });
  });
});
