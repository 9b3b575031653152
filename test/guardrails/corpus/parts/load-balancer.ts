import { Duration, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { natVpc } from './network';
import { type ServiceOptions, soundCluster, soundService } from './service';

/** How the load balancer checks a task of the corpus. */
export const HEALTH_CHECK = {
  path: '/health',
  interval: Duration.seconds(10),
  timeout: Duration.seconds(5),
  healthyThresholdCount: 2,
  unhealthyThresholdCount: 3,
} as const;

/** Longer than the application takes to start and to pass its checks. */
export const GRACE_PERIOD = Duration.seconds(120);

/** How long requests may take to finish: the same as the containers' `stopTimeout`. */
export const DRAIN_TIME = Duration.seconds(30);

/** A certificate that was issued elsewhere. */
export const CERTIFICATE_ARN = 'arn:aws:acm:eu-west-1:111122223333:certificate/0d7f3a52-5a0e-4a3c-9f0e-3a1a5f1d2c4b';

export const certificate = (scope: Construct): acm.ICertificate => acm.Certificate.fromCertificateArn(scope, 'Certificate', CERTIFICATE_ARN);

/** An application load balancer that cannot be deleted by mistake, refuses odd headers and keeps a record. */
export function soundLoadBalancer(
  scope: Construct, vpc: ec2.IVpc, props: Partial<elbv2.ApplicationLoadBalancerProps> = {},
): elbv2.ApplicationLoadBalancer {
  const loadBalancer = new elbv2.ApplicationLoadBalancer(scope, 'LoadBalancer', {
    vpc, internetFacing: true, deletionProtection: true, dropInvalidHeaderFields: true, ...props,
  });
  keepAccessLogs(scope, loadBalancer);
  return loadBalancer;
}

/** `logAccessLogs` of the CDK wants a Region that is known at synthesis, which these stacks leave open. */
export function keepAccessLogs(scope: Construct, loadBalancer: elbv2.ApplicationLoadBalancer | elbv2.NetworkLoadBalancer): void {
  const bucket = new s3.Bucket(scope, 'AccessLogs', { enforceSSL: true });
  bucket.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
    actions: ['s3:PutObject'],
    resources: [bucket.arnForObjects(`AWSLogs/${Stack.of(scope).account}/*`)],
  }));
  loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
  loadBalancer.setAttribute('access_logs.s3.bucket', bucket.bucketName);
}

/** A listener that speaks TLS with a current policy. */
export function httpsListener(scope: Construct, loadBalancer: elbv2.ApplicationLoadBalancer): elbv2.ApplicationListener {
  return loadBalancer.addListener('Https', { port: 443, certificates: [certificate(scope)], sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS });
}

/** The settings of a target group whose deployments are quick and cut no request. */
export const targets = (service: ecs.FargateService, props: Partial<elbv2.AddApplicationTargetsProps> = {}): elbv2.AddApplicationTargetsProps => ({
  port: 8080,
  protocol: elbv2.ApplicationProtocol.HTTP,
  deregistrationDelay: DRAIN_TIME,
  healthCheck: HEALTH_CHECK,
  targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 8080 })],
  ...props,
});

/** A service with a load balancer in front of it, and the parts of both. */
export interface WebService {
  readonly service: ecs.FargateService;
  readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  readonly listener: elbv2.ApplicationListener;
  readonly targetGroup: elbv2.ApplicationTargetGroup;
}

/** A service that the internet reaches through HTTPS only. */
export function webService(scope: Construct, options: ServiceOptions = {}): WebService {
  const vpc = options.vpc ?? natVpc(scope);
  const service = soundService(scope, {
    ...options,
    cluster: options.cluster ?? soundCluster(scope, vpc),
    service: { healthCheckGracePeriod: GRACE_PERIOD, ...options.service },
  });
  const loadBalancer = soundLoadBalancer(scope, vpc);
  const listener = httpsListener(scope, loadBalancer);
  const targetGroup = listener.addTargets('Targets', targets(service));
  loadBalancer.addRedirect();
  return { service, loadBalancer, listener, targetGroup };
}
