import { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { SoundConfiguration } from '../configuration';
import { natVpc } from '../parts/network';
import { soundCluster, soundService, taskWithContainer } from '../parts/service';

const IRELAND = { account: '111122223333', region: 'eu-west-1' };

/** Things that several services, Regions or accounts have in common. */
export const ENVIRONMENTS: readonly SoundConfiguration[] = [
  {
    sentence: 'a role and a KMS key from a stack in another Region',
    declare: stack => {
      const props = { env: { ...IRELAND, region: 'us-east-1' }, crossRegionReferences: true };
      const global = new Stack(stack, 'Global', props);
      const taskRole = new iam.Role(global, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
      const { keyArn } = new kms.Key(global, 'Key', { enableKeyRotation: true });
      soundService(new Stack(stack, 'Ireland', { ...props, env: IRELAND }), { task: { taskRole }, container: { environment: { EXPORT_KEY: keyArn } } });
    },
  },
  {
    sentence: 'an image in a repository that a stack in another account creates',
    declare: stack => {
      const shared = new Stack(stack, 'Shared', { env: { ...IRELAND, account: '444455556666' } });
      const repository = new ecr.Repository(shared, 'Base', { repositoryName: 'base/worker' });
      soundService(new Stack(stack, 'Ireland', { env: IRELAND }), { container: { image: ecs.ContainerImage.fromEcrRepository(repository, '2026-11-01') } });
    },
  },
  {
    sentence: 'one task definition that two services run',
    declare: stack => {
      const options = { cluster: soundCluster(stack, natVpc(stack)), taskDefinition: taskWithContainer(stack) };
      for (const name of ['Morning', 'Evening']) soundService(new Construct(stack, name), options);
    },
  },
];
