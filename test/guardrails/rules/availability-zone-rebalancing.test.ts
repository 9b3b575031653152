import { CfnParameter } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { changed, judgedTogether, lowLevel, override, withService } from '../ways-to-break';

const { DISABLED, ENABLED } = ecs.AvailabilityZoneRebalancing;

describe('availability-zone-rebalancing', () => {
  const found = judgedTogether({
    ByProp: withService({ availabilityZoneRebalancing: DISABLED }),
    ByOverride: changed(({ cfnService }) => override(cfnService, 'AvailabilityZoneRebalancing', 'DISABLED')),
    ByL1: lowLevel({ service: { availabilityZoneRebalancing: 'DISABLED' } }),
    WithoutRoom: changed(({ cfnService }) => {
      override(cfnService, 'AvailabilityZoneRebalancing', 'ENABLED');
      override(cfnService, 'DeploymentConfiguration.MaximumPercent', 100);
      override(cfnService, 'DeploymentConfiguration.MinimumHealthyPercent', 50);
    }),
    On: withService({ availabilityZoneRebalancing: ENABLED }),
    Unsaid: withService({}),
    ByParameter: (scope, vpc) => lowLevel({ service: { availabilityZoneRebalancing: new CfnParameter(scope, 'Rebalancing').valueAsString } })(scope, vpc),
  });

  test.each(['ByProp', 'ByOverride', 'ByL1', 'WithoutRoom'])('is reported for %s', stack => {
    expect(found(stack)).toEqual(['availability-zone-rebalancing']);
  });

  test.each(['On', 'Unsaid', 'ByParameter'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
