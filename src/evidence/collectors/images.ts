import type { Ask, Collector } from './collector';
import { describeTaskDefinition } from './task-definition';
import { type ImageReference, parseImageReference } from '../../aws/image-reference';
import type { Evidence } from '../model/evidence';
import { isObject, type JsonObject, moment, objects, present, text } from '../model/json-fields';
import type { ImageState } from '../model/resource-state';

const INDEXES = ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json'];

/** The images of the task that are in a private registry of ECR in its Region: whether they are there, and what they are built for. */
export const images: Collector = {
  name: 'images',
  tells: 'whether the images of the task are in ECR, and for which platforms',
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
  if (!INDEXES.includes(text(imageManifestMediaType) ?? '')) return undefined;
  const index = await ask.answer('ecr:BatchGetImage', { ...asked, acceptedMediaTypes: INDEXES });
  return index && platformsIn(index);
}

/** Attestations of a build have the platform `unknown/unknown`. */
function platformsIn(answer: JsonObject): readonly string[] {
  const manifest = parsed(text(objects(answer.images)[0]?.imageManifest) ?? '');
  return objects(manifest?.manifests)
    .flatMap(({ platform }) => isObject(platform) ? `${String(platform.os)}/${String(platform.architecture)}` : [])
    .filter(platform => platform !== 'unknown/unknown');
}

const ARCHITECTURES: Readonly<Record<string, string>> = { ARM64: 'arm64', X86_64: 'amd64' };

function wantedBy(definition: JsonObject | undefined): string | undefined {
  if (definition === undefined) return undefined;
  const { cpuArchitecture, operatingSystemFamily } = isObject(definition.runtimePlatform) ? definition.runtimePlatform : {};
  const system = text(operatingSystemFamily)?.startsWith('WINDOWS') ? 'windows' : 'linux';
  return `${system}/${ARCHITECTURES[text(cpuArchitecture) ?? 'X86_64'] ?? 'amd64'}`;
}

function parsed(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
