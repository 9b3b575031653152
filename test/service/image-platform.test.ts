import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { declareIn, type Differences, newStack } from './declare';

const folder = mkdtempSync(join(tmpdir(), 'image-'));
writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nUSER 65532\n');

/** What the images of a service are built for. */
function platformsOf(differences: Differences): readonly (string | undefined)[] {
  const app = new App();
  const stack = newStack(app);
  declareIn(stack, differences);
  const manifest = app.synth().artifacts.find(({ id }) => id === `${stack.stackName}.assets`)?.manifest.properties as { file: string };
  const { dockerImages } = JSON.parse(readFileSync(join(app.outdir, manifest.file), 'utf8')) as {
    dockerImages: Record<string, { source: { platform?: string } }>;
  };
  return Object.values(dockerImages).map(({ source }) => source.platform);
}

test.each([
  [{}, 'linux/amd64'],
  [{ cpuArchitecture: ecs.CpuArchitecture.ARM64 }, 'linux/arm64'],
])('a folder is built for the processor of its tasks: %j', (differences, platform) => {
  expect(platformsOf({ image: ecs.ContainerImage.fromAsset(folder), ...differences })).toEqual([platform]);
});

test('a folder that states its platform is built for that', () => {
  const image = ecs.ContainerImage.fromAsset(folder, { platform: Platform.LINUX_ARM64, buildArgs: { MODE: 'live' } });
  expect(platformsOf({ image, cpuArchitecture: ecs.CpuArchitecture.ARM64 })).toEqual(['linux/arm64']);
});
