import { isBuiltByApp, namedImageOf } from './named-image';
import type { Check, Problem, Skipped } from './problem';
import type { Reading } from '../account/reading';
import { IMAGE_INDEXES, platformOfTask, platformsOfIndex } from '../aws/image-platforms';
import type { JsonObject } from '../evidence/model/json-fields';
import type { ContainerFacts } from '../facts/model/container';
import { isKnown } from '../facts/model/fact';
import type { TaskFacts } from '../facts/model/task';

/** Images in private repositories of the Region that the app does not build itself: there, and for the platform of the task. */
export const images: Check = async ({ tasks }, reading) => (await Promise.all(tasks.flatMap(task =>
  isKnown(task.containers) ? task.containers.map(container => imageOf(container, task, reading)) : []))).flat();

/** The images that `cdk deploy` has still to push, of which an account tells nothing. */
export const imagesToPush = (containers: readonly ContainerFacts[]): readonly Skipped[] =>
  containers.flatMap(({ at, image }) => isKnown(image) && isBuiltByApp(image)
    ? [{ at, seen: `the app builds the image ${image.reference.split('/').at(-1)}, and its deployment pushes it` }] : []);

interface ImageDetail {
  readonly imageManifestMediaType?: string;
}

async function imageOf({ at, image }: ContainerFacts, task: TaskFacts, reading: Reading): Promise<readonly Problem[]> {
  const named = isKnown(image) ? namedImageOf(image) : undefined;
  if (named === undefined) return [];
  const { asked, name } = named;
  const details = await reading.part<readonly ImageDetail[]>('ecr:DescribeImages', asked, 'imageDetails');
  if (details === undefined) {
    const fix = 'Push the image before the deployment, or correct its name and tag.';
    return [{ at, seen: `the image ${name} does not exist in ECR`, fix }];
  }
  const platforms = isKnown(details) ? await platformsOf(details[0], asked, reading) : undefined;
  const wanted = platformOf(task);
  if (platforms === undefined || wanted === undefined || platforms.includes(wanted)) return [];
  return [{
    at,
    seen: `the image ${name} is for ${platforms.join(' and ')}, but the task runs on ${wanted}`,
    fix: `Build the image with docker buildx build --platform ${wanted}, or change the CPU architecture of the task definition.`,
  }];
}

/** Only the index of an image tells for which platforms it is. */
async function platformsOf(
  { imageManifestMediaType = '' }: ImageDetail = {}, asked: JsonObject, reading: Reading,
): Promise<readonly string[] | undefined> {
  if (!IMAGE_INDEXES.includes(imageManifestMediaType)) return undefined;
  const found = await reading.part<readonly { readonly imageManifest?: string }[]>(
    'ecr:BatchGetImage', { ...asked, acceptedMediaTypes: IMAGE_INDEXES }, 'images',
  );
  return isKnown(found) ? platformsOfIndex(found?.[0]?.imageManifest ?? '') : undefined;
}

function platformOf({ cpuArchitecture, operatingSystem }: TaskFacts): string | undefined {
  return isKnown(cpuArchitecture) && isKnown(operatingSystem) ? platformOfTask(cpuArchitecture, operatingSystem) : undefined;
}
