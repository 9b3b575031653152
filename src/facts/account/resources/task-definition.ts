import type { AccountResource } from '../model/account-resource';
import { capitalized } from '../model/capitalized';

/** A task definition as DescribeTaskDefinition answers it. */
export interface TaskDefinitionAnswer {
  readonly taskDefinitionArn?: string;
  readonly family?: string;
  readonly containerDefinitions?: readonly ContainerAnswer[];
}

interface ContainerAnswer {
  readonly cpu?: number;
  readonly logConfiguration?: { readonly logDriver?: string; readonly options?: Readonly<Record<string, string>> };
}

/** The names of the log groups that the containers of a task write to. */
export const logGroupNamesOf = ({ containerDefinitions = [] }: TaskDefinitionAnswer): readonly string[] =>
  containerDefinitions.flatMap(({ logConfiguration }) => logConfiguration?.options?.['awslogs-group'] ?? []);

/** What CloudFormation can say of a task definition; ECS answers more, which it found out itself. */
const PROPERTIES = [
  'family', 'taskRoleArn', 'executionRoleArn', 'networkMode', 'volumes', 'placementConstraints', 'requiresCompatibilities', 'cpu', 'memory',
  'pidMode', 'ipcMode', 'proxyConfiguration', 'ephemeralStorage', 'runtimePlatform', 'enableFaultInjection',
];

/** A revision of a task definition, which never changes. */
export const taskDefinitionResource = (task: TaskDefinitionAnswer): AccountResource => ({
  id: task.taskDefinitionArn ?? '',
  type: 'AWS::ECS::TaskDefinition',
  properties: {
    ...capitalized(Object.fromEntries(Object.entries(task).filter(([name]) => PROPERTIES.includes(name)))) as object,
    ContainerDefinitions: capitalized(task.containerDefinitions?.map(withoutZeroCpu)),
  },
});

/** ECS answers 0 for a container that reserves no CPU. */
const withoutZeroCpu = <T extends { readonly cpu?: number }>({ cpu, ...container }: T): object =>
  cpu === 0 ? container : { cpu, ...container };
