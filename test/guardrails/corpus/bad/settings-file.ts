import type { Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { type ServiceOptions, taskWithContainer } from '../parts/service';

/** A task that reads settings from a file in S3, with the permission to do so. */
export function readsSettings(stack: Stack, image?: ecs.ContainerImage): Pick<ServiceOptions, 'taskDefinition'> {
  const bucket = new s3.Bucket(stack, 'Settings', { enforceSSL: true });
  const taskDefinition = taskWithContainer(stack, {
    container: { image, environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'production.env')] },
  });
  bucket.grantRead(taskDefinition.obtainExecutionRole(), 'production.env');
  return { taskDefinition };
}

/** Lets image layers through, and nothing else of S3. */
export const layersOnly = (stack: Stack): iam.PolicyStatement => new iam.PolicyStatement({
  principals: [new iam.AnyPrincipal()],
  actions: ['s3:GetObject'],
  resources: [`arn:${stack.partition}:s3:::prod-${stack.region}-starport-layer-bucket/*`],
});
