import type { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import { HardenedFargateService } from '../../../../src/service/hardened-fargate-service';
import { LoadBalancing } from '../../../../src/service/load-balancing/load-balancing';
import { Scaling } from '../../../../src/service/options/scaling';
import { HardenedQueue } from '../../../../src/service/scaling/hardened-queue';
import type { SoundConfiguration } from '../configuration';
import { certificate } from '../parts/load-balancer';

/** What only its author can know: the image, who it runs as, and who is to be told. */
const defaults = (stack: Stack) => ({
  image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/worker'), '1.4.2'),
  user: '65532:65532',
  alarmTopic: new sns.Topic(stack, 'OnCall'),
});

/** The construct of this library, as it comes. */
export const HARDENED: readonly SoundConfiguration[] = [
  {
    sentence: 'a hardened worker',
    declare: stack => void new HardenedFargateService(stack, 'Worker', defaults(stack)),
  },
  {
    sentence: 'a hardened worker with a secret and scaling',
    declare: stack => void new HardenedFargateService(stack, 'Worker', {
      ...defaults(stack),
      secrets: { TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token')) },
      scaling: Scaling.onUtilization({ minCapacity: 2, maxCapacity: 8 }),
    }),
  },
  {
    sentence: 'a hardened worker that scales in to zero tasks',
    declare: stack => {
      const queue = new HardenedQueue(stack, 'Videos');
      const scaling = Scaling.onQueue(queue, { minCapacity: 0, maxCapacity: 4, backlogPerTask: 1 });
      queue.grantConsumeMessages(new HardenedFargateService(stack, 'Worker', { ...defaults(stack), scaling }));
    },
  },
  {
    sentence: 'a hardened web service',
    declare: stack => void new HardenedFargateService(stack, 'Web', {
      ...defaults(stack),
      containerPort: 8080,
      loadBalancing: LoadBalancing.publicHttps({ certificate: certificate(stack) }),
    }),
  },
];
