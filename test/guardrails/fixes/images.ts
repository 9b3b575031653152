import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as assets from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { FollowedFix } from './followed-fix';
import { worker } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { workerWithOwnRepository } from '../corpus/sound/images';

const FOLDER = join(__dirname, '..', 'corpus', 'image');

const fromAsset = (platform?: assets.Platform): Declare =>
  worker(() => ({ container: { image: ecs.ContainerImage.fromAsset(FOLDER, { platform }) } }));

/** A repository beside the service, or in a stack that is deployed first. */
const fromRepository = (isFirst: boolean): Declare => stack => {
  const repository = new ecr.Repository(isFirst ? new Stack(stack, 'First') : stack, 'Own');
  worker(() => ({ container: { image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2') } }))(stack);
};

const keeping = (lifecycleRules: ecr.LifecycleRule[]): Declare => stack =>
  workerWithOwnRepository(stack, new ecr.Repository(stack, 'Own', { lifecycleRules }));

/** Fixes in images and the repositories that they come from. */
export const IMAGES: readonly FollowedFix[] = [
  ['image-platform-stated', 'Set platform: Platform.LINUX_AMD64 or Platform.LINUX_ARM64 in ecs.ContainerImage.fromAsset', fromAsset(), fromAsset(assets.Platform.LINUX_AMD64)],
  ['image-pushed-before', 'Create the ecr.Repository in a stack that is deployed first', fromRepository(false), fromRepository(true)],
  ['image-pushed-before', 'Or use ecs.ContainerImage.fromAsset for image', fromRepository(false), fromAsset(assets.Platform.LINUX_AMD64)],
  ['repository-keeps-images', 'In lifecycleRules of ecr.Repository, set maxImageCount to 2 or more', keeping([{ maxImageCount: 1 }]), keeping([{ maxImageCount: 10 }])],
  ['repository-keeps-images', 'remove maxImageAge from the rule for all images', keeping([{ maxImageAge: Duration.days(30) }]), keeping([{ maxImageCount: 10 }])],
];
