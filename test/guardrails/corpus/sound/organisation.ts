import { type CfnResource, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { SoundConfiguration } from '../configuration';
import { endpointVpc, natVpc } from '../parts/network';
import { soundCluster, soundService, taskWithContainer } from '../parts/service';

/** The same service, cut into stacks in the ways that teams do. */
export const ORGANISATION: readonly SoundConfiguration[] = [
  {
    sentence: 'services from two stacks on a cluster from a third stack',
    declare: stack => {
      const platform = new Stack(stack, 'Platform');
      const cluster = soundCluster(platform, natVpc(platform));
      soundService(new Stack(stack, 'Shop'), { cluster });
      soundService(new Stack(stack, 'Billing'), { cluster });
    },
  },
  {
    sentence: 'a service in a nested stack, on a cluster from its parent stack',
    declare: stack => {
      const cluster = soundCluster(stack, natVpc(stack));
      soundService(new NestedStack(stack, 'Service'), { cluster });
    },
  },
  {
    sentence: 'a service in a nested stack, with VPC endpoints in another nested stack',
    declare: stack => void soundService(new NestedStack(stack, 'Service'), { vpc: endpointVpc(new NestedStack(stack, 'Network')) }),
  },
  {
    sentence: 'a task definition in a separate stack',
    declare: stack => {
      const taskDefinition = taskWithContainer(new Stack(stack, 'Task'));
      soundService(new Stack(stack, 'Service'), { taskDefinition });
    },
  },
  {
    sentence: 'two pipeline stages with stacks of the same name',
    declare: stack => {
      for (const name of ['Test', 'Production']) {
        const stage = new Stage(stack, name);
        const network = new Stack(stage, 'Network');
        soundService(new Stack(stage, 'Service'), { vpc: natVpc(network) });
      }
    },
  },
  {
    sentence: 'several services in one VPC and one cluster',
    declare: stack => {
      const cluster = soundCluster(stack, natVpc(stack));
      for (const name of ['Shop', 'Billing', 'Search']) soundService(new NestedStack(stack, name), { cluster });
    },
  },
  {
    sentence: 'a service on an imported cluster in an imported VPC',
    hides: ['cluster'],
    declare: stack => void soundService(stack, {
      cluster: ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'platform', vpc: natVpc(stack) }),
    }),
  },
  {
    sentence: 'a service whose resources have explicit logical IDs',
    declare: stack => {
      const service = soundService(stack);
      (service.node.findChild('Service') as CfnResource).overrideLogicalId('Worker');
    },
  },
];
