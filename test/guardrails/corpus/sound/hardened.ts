import { type Stack, aws_ecr as ecr, aws_ecs as ecs, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { HardenedFargateService } from '../../../../src/service/hardened-fargate-service';
import { LoadBalancing } from '../../../../src/service/load-balancing';
import type { SoundConfiguration } from '../configuration';
import { certificate } from '../parts/load-balancer';

const released = (stack: Stack) => ecs.ContainerImage.fromEcrRepository(new ecr.Repository(stack, 'Repository'), '1.4.2');

/** The construct of this library, as it comes. */
export const HARDENED: readonly SoundConfiguration[] = [
  {
    sentence: 'a hardened worker',
    declare: stack => void new HardenedFargateService(stack, 'Worker', { image: released(stack) }),
  },
  {
    sentence: 'a hardened worker with a secret and scaling',
    declare: stack => void new HardenedFargateService(stack, 'Worker', {
      image: released(stack),
      secrets: { TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token')) },
      scaling: { minCapacity: 2, maxCapacity: 8 },
    }),
  },
  {
    sentence: 'a hardened web service',
    declare: stack => void new HardenedFargateService(stack, 'Web', {
      image: released(stack),
      containerPort: 8080,
      loadBalancing: LoadBalancing.publicHttps({ certificate: certificate(stack) }),
    }),
  },
];
