import { CfnParameter } from 'aws-cdk-lib';
import { changed, judgedTogether, lowLevel, override } from '../ways-to-break';

describe('volumes-mounted', () => {
  const found = judgedTogether({
    ByMethod: changed(({ task }) => task.addVolume({ name: 'cache' })),
    ByOverride: changed(({ cfnTask }) => override(cfnTask, 'Volumes.3', { Name: 'cache' })),
    ByL1: lowLevel({ task: { volumes: [{ name: 'cache' }] } }),
    Mounted: changed(({ task, container }) => {
      task.addVolume({ name: 'cache' });
      container.addMountPoints({ sourceVolume: 'cache', containerPath: '/cache', readOnly: false });
    }),
    MountedByParameter: (scope, vpc) => {
      const sourceVolume = new CfnParameter(scope, 'Volume').valueAsString;
      lowLevel({ task: { volumes: [{ name: 'cache' }] }, container: { mountPoints: [{ sourceVolume, containerPath: '/cache' }] } })(scope, vpc);
    },
  });

  test.each(['ByMethod', 'ByOverride', 'ByL1'])('is reported for %s', stack => {
    expect(found(stack)).toEqual(['volumes-mounted']);
  });

  test.each(['Mounted', 'MountedByParameter'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
