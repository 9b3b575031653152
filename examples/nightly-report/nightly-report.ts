import { Duration, type Stack, TimeZone } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { HardenedFargateService, HardenedFargateTask } from 'hardened-fargate';

/** A service, and in its cluster a task that runs every night, and once more when somebody asks for it. */
export function nightlyReport(stack: Stack, platform = stack): void {
  const image = ContainerImage.fromEcrRepository(Repository.fromRepositoryName(stack, 'Repository', 'shop/report'), '1.4.2');
  const { cluster } = new HardenedFargateService(platform, 'Shop', {
    image: ContainerImage.fromEcrRepository(Repository.fromRepositoryName(platform, 'Images', 'shop/web'), '1.4.2'),
    user: '65532:65532',
  });

  const totals = new TableV2(stack, 'Totals', {
    partitionKey: { name: 'day', type: AttributeType.STRING },
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  });
  const report = new HardenedFargateTask(stack, 'Report', {
    cluster,
    image,
    user: '65532:65532',
    environment: { TOTALS: totals.tableName },
    drainTime: Duration.seconds(60),
  });
  totals.grantReadWriteData(report);
  report.schedule('Nightly', { schedule: ScheduleExpression.cron({ hour: '3', minute: '0', timeZone: TimeZone.EUROPE_BERLIN }) });
}
