import { Duration, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { PlainService } from '../plain-service';
import { type Declare, judgedTogether } from '../ways-to-break';

/** The good service with an image of a repository that another stack keeps. */
const keeping = (
  props: ecr.RepositoryProps, change: (repository: ecr.CfnRepository) => void = () => undefined, tag: string | undefined = '1.2.3',
): Declare => (scope, vpc) => {
  const repository = new ecr.Repository(new Stack(scope, 'Images'), 'Repository', props);
  change(repository.node.defaultChild as ecr.CfnRepository);
  new PlainService(scope, 'Plain', { vpc, container: { image: ecs.ContainerImage.fromEcrRepository(repository, tag) } });
};

const KEEPS_ONE = JSON.stringify({
  rules: [{ rulePriority: 1, action: { type: 'expire' }, selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 } }],
});
const UNTAGGED = { tagStatus: ecr.TagStatus.UNTAGGED, maxImageAge: Duration.days(1) };

describe('repository-keeps-images', () => {
  const found = judgedTogether({
    ByProp: keeping({ lifecycleRules: [{ maxImageCount: 1 }] }),
    ByAge: keeping({ lifecycleRules: [{ maxImageAge: Duration.days(30) }] }),
    ByOverride: keeping({}, repository => repository.addPropertyOverride('LifecyclePolicy.LifecyclePolicyText', KEEPS_ONE)),
    TagMoves: keeping({ lifecycleRules: [UNTAGGED] }, undefined, 'latest'),
    KeepsTwo: keeping({ lifecycleRules: [{ maxImageCount: 2 }] }),
    UntaggedOnly: keeping({ lifecycleRules: [UNTAGGED] }),
    TagStays: keeping({ lifecycleRules: [UNTAGGED], imageTagMutability: ecr.TagMutability.IMMUTABLE }),
    OldTagsOnly: keeping({ lifecycleRules: [{ tagPrefixList: ['preview-'], maxImageAge: Duration.days(7) }] }),
    Unreadable: keeping({}, repository => repository.addPropertyOverride('LifecyclePolicy.LifecyclePolicyText', 'no JSON')),
  });

  test.each(['ByProp', 'ByAge', 'ByOverride'])('is reported for a repository that breaks it %s', stack => {
    expect(found(stack)).toEqual(['repository-keeps-images']);
  });

  test('is reported for a tag that each push moves, which leaves the image of running tasks without one', () => {
    expect([...found('TagMoves')].sort()).toEqual(['image-pinned', 'repository-keeps-images']);
  });

  test.each(['KeepsTwo', 'UntaggedOnly', 'TagStays', 'OldTagsOnly', 'Unreadable'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
