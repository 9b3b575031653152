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

/** Why the account of the deployment does not tell whether an image is there. */
function reasonToSkip(image: ContainerFacts['image']): string {
  if (!isKnown(image)) return 'its image is known only at deployment';
  const { reference, registry, region, declared } = image;
  if (isBuiltByApp(image)) return `the app builds the image ${reference.split('/').at(-1)}, and its deployment pushes it`;
  if (registry !== 'ecr') return isKnown(registry) ? `the image ${reference} is not in a private repository of ECR` : LEFT_TO_DEPLOYMENT;
  if (region !== undefined) return isKnown(region) ? `the image ${reference} is in another Region, ${region}` : LEFT_TO_DEPLOYMENT;
  return declared === undefined ? LEFT_TO_DEPLOYMENT : 'the app creates the repository of the image';
}

const LEFT_TO_DEPLOYMENT = 'a part of its image name is known only at deployment';

interface ImageDetail {
  readonly imageManifestMediaType?: string;
}

async function imageOf({ at, image }: ContainerFacts, task: TaskFacts, reading: Reading): Promise<readonly (Problem | Skipped)[]> {
  const named = isKnown(image) ? namedImageOf(image) : undefined;
  if (named === undefined) return [{ at, seen: reasonToSkip(image) }];
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
