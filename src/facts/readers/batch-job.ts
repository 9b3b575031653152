import { type TaskInResource, withProperties } from './as-task-definition';
import { asItems } from '../template/items';
import type { Resource } from '../template/resource';
import { asNumber, at, isOpen, type Resolved } from '../template/source/resolved';

const UNITS_IN_A_VCPU = 1024;

/** Whether a job definition may run on Fargate; without a word it is for EC2. */
export const isFargateJob = ({ properties: { PlatformCapabilities: capabilities } }: Resource): boolean =>
  isOpen(capabilities) || asItems(capabilities).includes('FARGATE');

/**
 * The task that AWS Batch makes of a job with one container; absent for a job of several.
 *
 * @see https://docs.aws.amazon.com/batch/latest/userguide/fargate.html
 */
export function taskOfBatchJob(job: Resource): TaskInResource | undefined {
  const container = job.properties.ContainerProperties;
  if (container === undefined) return undefined;
  const requirements = asItems(at(container, 'ResourceRequirements'));
  const required = (type: string) => at(requirements.find(requirement => at(requirement, 'Type') === type), 'Value');
  return {
    task: withProperties(job, {
      Cpu: inUnits(required('VCPU')),
      Memory: required('MEMORY'),
      ExecutionRoleArn: at(container, 'ExecutionRoleArn'),
      TaskRoleArn: at(container, 'JobRoleArn'),
      RuntimePlatform: at(container, 'RuntimePlatform'),
      ContainerDefinitions: [{
        Name: 'default',
        Image: at(container, 'Image'),
        Environment: at(container, 'Environment'),
        Secrets: at(container, 'Secrets'),
        RepositoryCredentials: at(container, 'RepositoryCredentials'),
        LogConfiguration: at(container, 'LogConfiguration'),
      }],
    }),
    service: withProperties(job, { LaunchType: 'FARGATE' }),
    places: [
      ['Properties.ContainerDefinitions.0', 'Properties.ContainerProperties'],
      ['Properties.TaskRoleArn', 'Properties.ContainerProperties.JobRoleArn'],
      ['Properties.Cpu', 'Properties.ContainerProperties.ResourceRequirements'],
      ['Properties.Memory', 'Properties.ContainerProperties.ResourceRequirements'],
      ['Properties', 'Properties.ContainerProperties'],
    ],
  };
}

function inUnits(vcpus: Resolved): Resolved {
  const count = asNumber(vcpus);
  return typeof count === 'number' ? count * UNITS_IN_A_VCPU : count;
}
