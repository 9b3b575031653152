import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DockerImageAsset, Platform } from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { PlainService } from '../plain-service';
import { type Declare, judgedTogether } from '../ways-to-break';

const FOLDER = join(__dirname, '..', 'corpus', 'image');
const FOR_X86 = { operatingSystemFamily: ecs.OperatingSystemFamily.LINUX, cpuArchitecture: ecs.CpuArchitecture.X86_64 };

/** The good service on a stated processor. */
const runs = (image: ecs.ContainerImage): Declare => (scope, vpc) =>
  void new PlainService(scope, 'Plain', { vpc, task: { runtimePlatform: FOR_X86 }, container: { image } });

function folderWith(dockerfile: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  writeFileSync(join(folder, 'Dockerfile'), dockerfile);
  return folder;
}

describe('image-platform-stated', () => {
  const found = judgedTogether({
    ByProp: runs(ecs.ContainerImage.fromAsset(FOLDER)),
    ByConstruct: (scope, vpc) => runs(ecs.ContainerImage.fromDockerImageAsset(new DockerImageAsset(scope, 'Image', { directory: FOLDER })))(scope, vpc),
    PlatformOfBuilder: runs(ecs.ContainerImage.fromAsset(folderWith('FROM --platform=$BUILDPLATFORM alpine:3.22\n'))),
    Fixed: runs(ecs.ContainerImage.fromAsset(FOLDER, { platform: Platform.LINUX_AMD64 })),
    PlatformInDockerfile: runs(ecs.ContainerImage.fromAsset(folderWith('FROM --platform=linux/amd64 alpine:3.22\n'))),
    OfRegistry: runs(ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3')),
  });

  test.each(['ByProp', 'ByConstruct', 'PlatformOfBuilder'])('is reported for a plain service that breaks it %s', stack => {
    expect(found(stack)).toEqual(['image-platform-stated']);
  });

  test.each(['Fixed', 'PlatformInDockerfile', 'OfRegistry'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
