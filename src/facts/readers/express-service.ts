import { awslogs, type TaskInResource, withProperties } from './as-task-definition';
import { UNKNOWN } from '../model/fact';
import type { Resource } from '../template/resource';
import { at, type ResolvedObject } from '../template/source/resolved';

/**
 * The task of a service in Express Mode, which always runs on Fargate.
 *
 * Whether its tasks get a public IP address, Express Mode decides from the subnets.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
 */
export function taskOfExpressService(express: Resource): TaskInResource {
  const { Cluster: cluster, NetworkConfiguration: network, TaskDefinitionArn: given } = express.properties;
  return {
    task: withProperties(express, given === undefined ? ownTask(express.properties) : ANOTHER_TASK),
    service: withProperties(express, {
      LaunchType: 'FARGATE',
      Cluster: cluster,
      NetworkConfiguration: {
        AwsvpcConfiguration: { Subnets: at(network, 'Subnets'), SecurityGroups: at(network, 'SecurityGroups'), AssignPublicIp: UNKNOWN },
      },
    }),
    places: [
      ['Properties.ContainerDefinitions.0', 'Properties.PrimaryContainer'],
      ['Properties.NetworkConfiguration.AwsvpcConfiguration', 'Properties.NetworkConfiguration'],
    ],
  };
}

/** A task definition that is given is judged by itself. */
const ANOTHER_TASK: ResolvedObject = {
  Cpu: UNKNOWN, Memory: UNKNOWN, ExecutionRoleArn: UNKNOWN, TaskRoleArn: UNKNOWN, ContainerDefinitions: UNKNOWN,
};

function ownTask(
  { PrimaryContainer: container, Cpu: cpu = '1024', Memory: memory = '2048', ...properties }: ResolvedObject,
): ResolvedObject {
  const logs = at(container, 'AwsLogsConfiguration');
  return {
    Cpu: cpu,
    Memory: memory,
    ExecutionRoleArn: properties.ExecutionRoleArn,
    TaskRoleArn: properties.TaskRoleArn,
    ContainerDefinitions: [{
      Name: 'Main',
      Image: at(container, 'Image'),
      Environment: at(container, 'Environment'),
      Secrets: at(container, 'Secrets'),
      RepositoryCredentials: at(container, 'RepositoryCredentials'),
      PortMappings: [{ ContainerPort: at(container, 'ContainerPort') ?? 80 }],
      // Without a word, Express Mode makes a log group.
      LogConfiguration: logs === undefined ? awslogs(UNKNOWN, UNKNOWN) : awslogs(at(logs, 'LogGroup'), at(logs, 'LogStreamPrefix')),
    }],
  };
}
