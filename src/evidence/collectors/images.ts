import type { Ask, Collector } from './collector';
import { describeTaskDefinition } from './task-definition';
import { IMAGE_INDEXES, platformOfTask, platformsOfIndex } from '../../aws/image-platforms';
import { type ImageReference, parseImageReference } from '../../aws/image-reference';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, moment, objects, present, text } from '../model/json-fields';
import type { ImageState } from '../model/resource-state';

/** The images of the task that are in a private registry of ECR in its Region: whether they are there, and what they are built for. */
export const images: Collector = {
  name: 'images',
  tells: 'whether the images of the task exist in ECR, and their platforms',
  brings: ['images'],
  calls: ['ecs:DescribeTaskDefinition', 'ecr:DescribeImages', 'ecr:BatchGetImage'],
  collect: async (evidence, ask) => {
    const definition = await describeTaskDefinition(evidence.task.taskDefinitionArn, ask);
    const names = new Set(evidence.task.containers.flatMap(({ image }) => image ?? []));
    const states = await Promise.all([...names].map(image => stateOf(image, definition, evidence, ask)));
    return { images: states.filter(state => state !== undefined) };
  },
};

async function stateOf(image: string, definition: JsonObject | undefined, { region }: Evidence, ask: Ask): Promise<ImageState | undefined> {
  const reference = parseImageReference(image);
  if (reference?.ecr === undefined || reference.ecr.region !== region) return undefined;
  const asked = askedFor(reference);
  const outcome = await ask.outcome('ecr:DescribeImages', asked);
  if (outcome.kind === 'missing') return { image, missing: outcome.because.startsWith('RepositoryNotFound') ? 'repository' : 'image' };
  if (outcome.kind === 'gap') return undefined;
  const [detail = {}] = objects(outcome.answer.imageDetails);
  const platforms = await platformsOf(detail, asked, ask);
  return present({ image, pushedAt: moment(detail.imagePushedAt), platforms, wanted: wantedBy(definition) });
}

const askedFor = ({ ecr, repository, tag, digest }: ImageReference): JsonObject => ({
  registryId: ecr?.account,
  repositoryName: repository,
  imageIds: [digest === undefined ? { imageTag: tag } : { imageDigest: digest }],
});

/** Only an index tells the platforms of an image. */
async function platformsOf({ imageManifestMediaType }: JsonObject, asked: JsonObject, ask: Ask): Promise<readonly string[] | undefined> {
  if (!IMAGE_INDEXES.includes(text(imageManifestMediaType) ?? '')) return undefined;
  const index = await ask.answer('ecr:BatchGetImage', { ...asked, acceptedMediaTypes: IMAGE_INDEXES });
  return index && platformsOfIndex(text(objects(index.images)[0]?.imageManifest) ?? '');
}

function wantedBy(definition: JsonObject | undefined): string | undefined {
  if (definition === undefined) return undefined;
  const { cpuArchitecture, operatingSystemFamily } = isObject(definition.runtimePlatform) ? definition.runtimePlatform : {};
  return platformOfTask(text(cpuArchitecture), text(operatingSystemFamily));
}
