import { definition } from './a-stop';
import type { AccountAnswers } from './an-account';
import { anAsk } from './an-ask';
import { images } from '../../../src/evidence/collectors/images';
import { evidenceOf } from '../../diagnosis/evidence-of';

const REGISTRY = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = JSON.stringify({ manifests: [{ platform: { os: 'linux', architecture: 'arm64' } }, { platform: { os: 'linux', architecture: 'amd64' } }] });

const running = (...names: readonly (string | undefined)[]) => evidenceOf({
  region: 'eu-west-1',
  task: {
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:8',
    containers: names.map((image, index) => ({ name: `c${index}`, image })),
  },
});

async function told(image: string | undefined, answers: AccountAnswers) {
  const ask = anAsk(answers);
  return { images: (await images.collect(running(image), ask, [])).images, asked: ask.inputs.get('ecr:DescribeImages') };
}

test('an image in ECR is told with when it was pushed, its platforms, and the one that the task wants', async () => {
  const arm = { taskDefinition: { ...definition(8).taskDefinition, runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } } };
  const { images: states, asked } = await told(`${REGISTRY}/shop/web:1`, {
    'ecs:DescribeTaskDefinition': arm,
    'ecr:DescribeImages': { imageDetails: [{ imagePushedAt: '2026-11-01T00:00:00Z', imageManifestMediaType: INDEX }] },
    'ecr:BatchGetImage': { images: [{ imageManifest: MANIFEST }] },
  });
  expect(states).toEqual([{
    image: `${REGISTRY}/shop/web:1`, pushedAt: '2026-11-01T00:00:00.000Z', platforms: ['linux/arm64', 'linux/amd64'], wanted: 'linux/arm64',
  }]);
  expect(asked).toEqual({ registryId: '111122223333', repositoryName: 'shop/web', imageIds: [{ imageTag: '1' }] });
});

test('a task definition that names no platform wants the default one; of one that cannot be read nobody knows', async () => {
  const answers = { 'ecr:DescribeImages': { imageDetails: [{ imageManifestMediaType: 'application/vnd.docker.distribution.manifest.v2+json' }] } };
  expect((await told(`${REGISTRY}/web:1`, { ...answers, 'ecs:DescribeTaskDefinition': definition(8) })).images)
    .toEqual([{ image: `${REGISTRY}/web:1`, wanted: 'linux/amd64' }]);
  expect((await told(`${REGISTRY}/web:1`, answers)).images).toEqual([{ image: `${REGISTRY}/web:1` }]);
});

test('an image by its digest is asked for by it', async () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const { asked } = await told(`${REGISTRY}/web@${digest}`, { 'ecr:DescribeImages': { imageDetails: [] } });
  expect(asked).toMatchObject({ imageIds: [{ imageDigest: digest }] });
});

test('an image is missing, or its whole repository', async () => {
  expect((await told(`${REGISTRY}/web:1`, { 'ecr:DescribeImages': new Error('ImageNotFoundException: no') })).images)
    .toEqual([{ image: `${REGISTRY}/web:1`, missing: 'image' }]);
  expect((await told(`${REGISTRY}/web:1`, { 'ecr:DescribeImages': new Error('RepositoryNotFoundException: no') })).images)
    .toEqual([{ image: `${REGISTRY}/web:1`, missing: 'repository' }]);
});

test('an index that may not be read, or that is none, tells no platforms', async () => {
  const index = { 'ecr:DescribeImages': { imageDetails: [{ imageManifestMediaType: INDEX }] } };
  expect((await told(`${REGISTRY}/web:1`, index)).images).toEqual([{ image: `${REGISTRY}/web:1` }]);
  expect((await told(`${REGISTRY}/web:1`, { ...index, 'ecr:BatchGetImage': { images: [] } })).images).toEqual([{ image: `${REGISTRY}/web:1` }]);
});

test.each([undefined, 'nginx:1', '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1', `${REGISTRY}/denied:1`])('of %s nothing is said', async image => {
  expect((await told(image, {})).images).toEqual([]);
});
