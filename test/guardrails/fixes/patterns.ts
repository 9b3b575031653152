import { Duration, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { FollowedFix } from './followed-fix';
import type { Declare } from '../corpus/configuration';
import { certificate } from '../corpus/parts/load-balancer';
import { addEndpoint, addS3Gateway, isolatedVpc, natVpc, START_UP_SERVICES } from '../corpus/parts/network';
import { releasedImage, soundContainer, soundTask } from '../corpus/parts/task';

type Pattern = patterns.ApplicationLoadBalancedFargateService;
type Props = Partial<patterns.ApplicationLoadBalancedFargateServiceProps>;

/** A load balanced service of the patterns as nobody completes it, but for what a fix says. */
export const bare = (
  props: (stack: Stack) => Props = () => ({}),
  change: (pattern: Pattern, stack: Stack) => void = () => undefined,
): Declare => app => {
  // Access logs need to know the Region.
  const stack = new Stack(app, 'Ireland', { env: { account: '111122223333', region: 'eu-west-1' } });
  const given = props(stack);
  const pattern = new patterns.ApplicationLoadBalancedFargateService(stack, 'Shop', {
    ...given.cluster === undefined && { vpc: natVpc(stack) },
    ...given.taskDefinition === undefined && { taskImageOptions: { image: releasedImage(stack), containerPort: 8080, ...given.taskImageOptions } },
    ...given,
  });
  change(pattern, stack);
};

const image = (options: (stack: Stack) => Partial<patterns.ApplicationLoadBalancedTaskImageOptions>): Declare =>
  bare(stack => ({ taskImageOptions: { image: releasedImage(stack), containerPort: 8080, ...options(stack) } }));

/** The pattern with a task definition of the user's own. */
const withTask = (container: Partial<ecs.ContainerDefinitionOptions>): Declare => bare(stack => {
  const taskDefinition = soundTask(stack);
  soundContainer(stack, taskDefinition, container);
  return { taskDefinition };
});

const ecsCluster = (stack: Stack, props: ecs.ClusterProps = {}): ecs.Cluster => new ecs.Cluster(stack, 'Cluster', { vpc: natVpc(stack), ...props });

const awslogs = (props: Partial<ecs.AwsLogDriverProps>): Declare => image(() => ({ logDriver: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', ...props }) }));

/** Isolated subnets that lead to an image and to logs, and to secrets where the fix adds that. */
const closed = (add: (vpc: ReturnType<typeof isolatedVpc>) => void): Declare => bare(stack => {
  const vpc = isolatedVpc(stack);
  for (const service of START_UP_SERVICES) addEndpoint(vpc, service);
  addS3Gateway(vpc);
  add(vpc);
  const secrets = { TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token')) };
  return { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), publicLoadBalancer: false, taskSubnets: { subnets: vpc.isolatedSubnets }, taskImageOptions: { image: releasedImage(stack), secrets } };
});

const attribute = (key: string, value: string): Declare => bare(() => ({}), ({ targetGroup }) => targetGroup.setAttribute(key, value));

const scaled = (change: (pattern: Pattern) => void): Declare => bare(() => ({ desiredCount: 2 }), pattern => {
  pattern.service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 });
  change(pattern);
});

/** Fixes in services of `aws-cdk-lib/aws-ecs-patterns`, through their props and what they expose. */
export const PATTERNS: readonly FollowedFix[] = [
  ['stop-timeout-limits', 'stopTimeout: Duration.seconds(…) in addContainer', bare(), withTask({ stopTimeout: Duration.seconds(60) })],
  ['stop-timeout-limits', 'With ecs-patterns, add the container to your own task definition, and pass it in taskDefinition.', bare(), withTask({ stopTimeout: Duration.seconds(60) })],
  ['read-only-root', 'Set readonlyRootFilesystem: true in addContainer', bare(), withTask({ readonlyRootFilesystem: true })],
  ['read-only-root', 'With ecs-patterns, add the container to your own task definition, and pass it in taskDefinition.', bare(), withTask({ readonlyRootFilesystem: true })],
  ['log-delivery-mode', 'or BLOCKING, in ecs.LogDrivers.awsLogs', bare(), awslogs({ mode: ecs.AwsLogDriverMode.BLOCKING })],
  ['log-retention', 'or logRetention, in ecs.LogDrivers.awsLogs', bare(), awslogs({ logRetention: logs.RetentionDays.ONE_MONTH })],
  ['circuit-breaker', 'Set circuitBreaker: { enable: true, rollback: true } on ecs.FargateService.', bare(), bare(() => ({ circuitBreaker: { enable: true, rollback: true } }))],
  ['spare-task', 'Set desiredCount of HardenedFargateService or ecs.FargateService', bare(), bare(() => ({ desiredCount: 2 }))],
  ['capacity-provider-strategy', "Set capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }] on ecs.FargateService and enableFargateCapacityProviders: true on ecs.Cluster.", bare(),
    bare(stack => ({ cluster: ecsCluster(stack, { enableFargateCapacityProviders: true }), capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }] }))],
  ['container-insights', 'Set containerInsightsV2: ecs.ContainerInsights.ENHANCED or ENABLED on ecs.Cluster.', bare(stack => ({ cluster: ecsCluster(stack) })), bare(stack => ({ cluster: ecsCluster(stack, { containerInsightsV2: ecs.ContainerInsights.ENHANCED }) }))],
  ['tags-propagate', 'Set propagateTags: ecs.PropagatedTagSource.SERVICE and enableECSManagedTags: true on ecs.FargateService.', bare(), bare(() => ({ propagateTags: ecs.PropagatedTagSource.SERVICE, enableECSManagedTags: true }))],
  ['deregistration-fits-drain', 'set deregistrationDelay of the target group to the stopTimeout of the container', bare(), attribute('deregistration_delay.timeout_seconds', '30')],
  ['listener-encrypted', 'set certificates and sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS', bare(), bare(stack => ({ certificate: certificate(stack), sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS, redirectHTTP: true }))],
  ['load-balancer-protected', 'Set deletionProtection: true and dropInvalidHeaderFields: true on the load balancer, and call loadBalancer.logAccessLogs(bucket).', bare(), bare(() => ({}), ({ loadBalancer }, stack) => {
    loadBalancer.setAttribute('deletion_protection.enabled', 'true');
    loadBalancer.setAttribute('routing.http.drop_invalid_header_fields.enabled', 'true');
    loadBalancer.logAccessLogs(new s3.Bucket(stack, 'AccessLogs'));
  })],
  ['desired-count-owned-once', 'With ecs-patterns, delete DesiredCount from service.node.defaultChild.', scaled(() => undefined),
    scaled(({ service }) => (service.node.defaultChild as ecs.CfnService).addPropertyDeletionOverride('DesiredCount'))],
  ['network-reaches-secrets', 'add an endpoint for each service that the finding names', closed(() => undefined), closed(vpc => addEndpoint(vpc, 'secretsmanager'))],
  ['no-secrets-in-environment', 'Store the value in Secrets Manager or Parameter Store, and pass it in secrets', image(() => ({ environment: { TOKEN: 'correct-horse-battery-staple' } })),
    image(stack => ({ secrets: { TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token')) } }))],
  ['image-pinned', 'a release tag', image(() => ({ image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop') })), image(() => ({ image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3') }))],
];

/** What a bare pattern breaks that waits for what only its author knows. */
export const BARE = bare();
