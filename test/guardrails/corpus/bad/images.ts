import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { BadConfiguration } from '../configuration';
import { worker, WORKER } from './twins';
import { override } from '../parts/spoil';
import { workerWithOwnRepository } from '../sound/images';

const FOLDER = join(__dirname, '..', 'image');
const REPOSITORY = 'AWS::ECR::Repository';

const policy = (...rules: readonly object[]) => ({ LifecyclePolicyText: JSON.stringify({ rules }) });

const expiring = (selection: object) => ({ rulePriority: 1, action: { type: 'expire' }, selection });

/** Images that are not there, not for the processor of the task, or not there any more. */
export const IMAGES_MISSING: readonly BadConfiguration[] = [
  {
    sentence: 'an image in an ECR repository that the same template creates',
    foundBy: ['image-pushed-before'],
    twin: WORKER,
    declare: worker(stack => ({ container: { image: ecs.ContainerImage.fromEcrRepository(new ecr.Repository(stack, 'Own'), '1.4.2') } })),
  },
  {
    sentence: 'an image built for the CPU architecture of the build machine',
    foundBy: ['image-platform-stated'],
    twin: WORKER,
    declare: worker(() => ({ container: { image: ecs.ContainerImage.fromAsset(FOLDER) } })),
  },
  {
    sentence: 'an ECR lifecycle policy that keeps only one image',
    foundBy: ['repository-keeps-images'],
    ...override(workerWithOwnRepository, REPOSITORY, 'LifecyclePolicy', policy(
      expiring({ tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 }),
    )),
  },
  {
    sentence: 'an ECR lifecycle policy that deletes images of running tasks by age',
    foundBy: ['repository-keeps-images'],
    twin: workerWithOwnRepository,
    declare: stack => workerWithOwnRepository(stack, new ecr.Repository(stack, 'Own', { lifecycleRules: [{ maxImageAge: Duration.days(30) }] })),
  },
];
