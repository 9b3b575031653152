import { Aws, CfnParameter } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { boundedLog, PlainService } from '../plain-service';
import { changed, type Declare, judgedTogether, lowLevel, override, withContainer } from '../ways-to-break';

const OPTIONS = { 'awslogs-region': Aws.REGION, 'awslogs-stream-prefix': 'shop', 'mode': 'non-blocking', 'max-buffer-size': '25m' };

const logging = (options: Readonly<Record<string, string>>): Declare =>
  lowLevel({ container: { logConfiguration: { logDriver: 'awslogs', options: { ...OPTIONS, ...options } } } });

describe('log-group-declared', () => {
  const found = judgedTogether({
    ByOverride: changed(({ cfnTask }) => {
      override(cfnTask, 'ContainerDefinitions.0.LogConfiguration.Options.awslogs-group', '/ecs/shop');
    }),
    ByL1: logging({ 'awslogs-group': '/ecs/shop' }),
    ByStackName: logging({ 'awslogs-group': `/ecs/${Aws.STACK_NAME}` }),
    Fixed: withContainer({ logging: boundedLog() }),
    CreatedByDriver: logging({ 'awslogs-group': '/ecs/shop', 'awslogs-create-group': 'true' }),
    DeclaredByName: (scope, vpc) => {
      new logs.CfnLogGroup(scope, 'Logs', { logGroupName: '/ecs/declared', retentionInDays: 30 });
      logging({ 'awslogs-group': '/ecs/declared' })(scope, vpc);
    },
    NamedByParameter: (scope, vpc) => logging({ 'awslogs-group': new CfnParameter(scope as Construct, 'Group').valueAsString })(scope, vpc),
    OtherRegion: logging({ 'awslogs-group': '/ecs/shop', 'awslogs-region': 'us-east-1' }),
    Good: (scope, vpc) => void new PlainService(scope, 'Plain', { vpc }),
  });

  test.each(['ByOverride', 'ByL1', 'ByStackName'])('is reported for %s', stack => {
    expect(found(stack)).toContain('log-group-declared');
  });

  test.each(['Fixed', 'CreatedByDriver', 'DeclaredByName', 'NamedByParameter', 'OtherRegion', 'Good'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
