import { TASK_ID } from './a-stop';
import type { Send } from '../../../src/evidence/collect/account';
import type { Templates } from '../../../src/facts/template/templates';
import { fakeAccount } from '../../facts/account/fake-account';
import { synthesized } from '../../facts/templates-of';
import { BAD } from '../../guardrails/corpus/bad/catalogue';
import type { Declare } from '../../guardrails/corpus/configuration';

/** An account in which something is deployed, and the event of a task of its service that stopped. */
export interface DeployedStop {
  readonly account: Send;
  readonly event: object;
  readonly templates: Templates;
}

/** What is wrong in the account, by what a colleague would call it. */
export function declared(sentence: string): Declare {
  const found = BAD.find(each => each.sentence === sentence);
  if (found === undefined) throw new Error(`no bad configuration is called '${sentence}'`);
  return found.declare;
}

/** A task of the service that stopped before its container ran, in one of the subnets of the service. */
export async function deployedStop(declare: Declare, stop: object, subnet = 0): Promise<DeployedStop> {
  const templates = synthesized(declare);
  const account = fakeAccount(templates);
  const { signal } = new AbortController();
  const { clusterArns: [cluster] } = await account('ecs:ListClusters', {}, signal) as { readonly clusterArns: readonly string[] };
  const { serviceArns } = await account('ecs:ListServices', { cluster }, signal) as { readonly serviceArns: readonly string[] };
  const { services: [service] } = await account('ecs:DescribeServices', { services: serviceArns.slice(0, 1) }, signal) as { readonly services: readonly any[] };
  const { taskDefinition } = await account('ecs:DescribeTaskDefinition', { taskDefinition: service.taskDefinition.split('/').pop() }, signal) as Record<string, any>;
  const [container] = taskDefinition.containerDefinitions;
  const event = {
    'version': '0',
    'id': 'e1',
    'detail-type': 'ECS Task State Change',
    'source': 'aws.ecs',
    'account': '111122223333',
    'time': '2026-11-03T02:10:30Z',
    'region': 'eu-west-1',
    'resources': [],
    'detail': {
      clusterArn: cluster,
      taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/${cluster.split('/').pop()}/${TASK_ID}`,
      taskDefinitionArn: service.taskDefinition,
      group: `service:${service.serviceName}`,
      launchType: 'FARGATE',
      lastStatus: 'STOPPED',
      desiredStatus: 'STOPPED',
      createdAt: '2026-11-03T02:09:00Z',
      stoppedAt: '2026-11-03T02:10:29Z',
      stopCode: 'TaskFailedToStart',
      containers: [{ name: container.name, image: container.image, lastStatus: 'STOPPED' }],
      attachments: [{
        id: 'a',
        type: 'eni',
        status: 'DELETED',
        details: [{ name: 'subnetId', value: service.networkConfiguration.awsvpcConfiguration.subnets[subnet] }],
      }],
      ...stop,
    },
  };
  return { account, event, templates };
}
