import { CfnParameter, CustomResource, Fn, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { PlainService } from '../plain-service';
import { changed, type Declare, judgedTogether, lowLevel, override } from '../ways-to-break';

/** The good service with an image of a repository that its own stack creates. */
const fromOwnRepository = (
  service: Partial<ecs.FargateServiceProps> = {}, change: (repository: ecr.Repository) => void = () => undefined,
): Declare => (scope, vpc) => {
  const repository = new ecr.Repository(scope, 'Repository');
  change(repository);
  new PlainService(scope, 'Plain', { vpc, service, container: { image: ecs.ContainerImage.fromEcrRepository(repository, '1.2.3') } });
};

const fromStackBefore: Declare = (scope, vpc) => {
  const repository = new ecr.Repository(new Stack(scope as Construct, 'Before'), 'Repository');
  new PlainService(scope, 'Plain', { vpc, container: { image: ecs.ContainerImage.fromEcrRepository(repository, '1.2.3') } });
};

describe('image-pushed-before', () => {
  const found = judgedTogether({
    ByProp: fromOwnRepository(),
    ByOverride: changed(({ cfnTask, node, task }) => {
      const repository = new ecr.Repository(node.scope as Construct, 'Own');
      repository.grantPull(task.obtainExecutionRole());
      override(cfnTask, 'ContainerDefinitions.0.Image', repository.repositoryUriForTag('1.2.3'));
    }),
    ByL1: (scope, vpc) => lowLevel({ container: { image: `${new ecr.CfnRepository(scope, 'Own').attrRepositoryUri}:1.2.3` } })(scope, vpc),
    StackBefore: fromStackBefore,
    NoTasks: fromOwnRepository({ desiredCount: 0 }),
    CountByParameter: (scope, vpc) =>
      fromOwnRepository({ desiredCount: new CfnParameter(scope, 'Count', { type: 'Number' }).valueAsNumber })(scope, vpc),
    CustomResource: fromOwnRepository({}, ({ stack, repositoryUri }) =>
      void new CustomResource(stack, 'Push', { serviceToken: Fn.importValue('Copier'), properties: { to: repositoryUri } })),
    Asset: (scope, vpc) => void new PlainService(scope, 'Plain', {
      vpc, container: { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(scope, 'Made', 'shop'), '1.2.3') },
    }),
  });

  test.each(['ByProp', 'ByOverride'])('is reported for a plain service that breaks it %s', stack => {
    expect(found(stack)).toEqual(['image-pushed-before']);
  });

  test('is reported for a service of resources, whose roles were made elsewhere', () => {
    expect(found('ByL1')).toEqual(['image-pushed-before']);
  });

  test('is not reported for a service that starts without tasks, which has no spare one', () => {
    expect(found('NoTasks')).toEqual(['spare-task']);
  });

  test.each(['StackBefore', 'CountByParameter', 'CustomResource', 'Asset'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
