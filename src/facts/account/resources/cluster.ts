import { type LogGroupAnswer, logGroupId } from './log-group';
import type { AccountResource } from '../model/account-resource';
import { capitalized } from '../model/capitalized';

/** A cluster as DescribeClusters answers it with SETTINGS and CONFIGURATIONS. */
export interface ClusterAnswer {
  readonly clusterArn?: string;
  readonly clusterName?: string;
  readonly settings?: readonly object[];
  readonly configuration?: ConfigurationAnswer;
  readonly capacityProviders?: readonly string[];
  readonly defaultCapacityProviderStrategy?: readonly StrategyItemAnswer[];
}

interface ConfigurationAnswer {
  readonly executeCommandConfiguration?: {
    readonly kmsKeyId?: string;
    readonly logConfiguration?: { readonly cloudWatchLogGroupName?: string };
  };
}

export interface StrategyItemAnswer {
  readonly capacityProvider?: string;
  readonly base?: number;
  readonly weight?: number;
}

const OF_AWS = ['FARGATE', 'FARGATE_SPOT'];

/** A cluster, and the capacity providers in it that are not AWS's own: those bring instances. */
export function clusterResources(cluster: ClusterAnswer, logGroups: readonly LogGroupAnswer[]): readonly AccountResource[] {
  const { clusterArn = '', clusterName, settings, configuration, capacityProviders = [], defaultCapacityProviderStrategy } = cluster;
  return [
    {
      id: clusterArn,
      type: 'AWS::ECS::Cluster',
      properties: {
        ClusterName: clusterName,
        ClusterSettings: capitalized(settings),
        Configuration: capitalized(recordingIn(logGroups, configuration)),
        CapacityProviders: capacityProviders.map(providerId),
        DefaultCapacityProviderStrategy: strategyOf(defaultCapacityProviderStrategy),
      },
      names: { [clusterArn]: 'Arn' },
    },
    ...capacityProviders.filter(name => !OF_AWS.includes(name))
      .map(name => ({ id: providerId(name), type: 'AWS::ECS::CapacityProvider', properties: {} })),
  ];
}

/** A strategy whose items refer to capacity providers; ECS answers an empty one where there is none. */
export function strategyOf(strategy: readonly StrategyItemAnswer[] = []): unknown {
  if (strategy.length === 0) return undefined;
  return strategy.map(({ capacityProvider = '', base, weight }) =>
    ({ CapacityProvider: providerId(capacityProvider), Base: base, Weight: weight }));
}

/** Names of the user's own could be those of anything else. */
const providerId = (name: string): string => OF_AWS.includes(name) ? name : `capacity-provider/${name}`;

/** The configuration of a cluster, which refers to the log group that sessions are recorded in where that could be read. */
function recordingIn(logGroups: readonly LogGroupAnswer[], configuration?: ConfigurationAnswer): ConfigurationAnswer | undefined {
  const exec = configuration?.executeCommandConfiguration;
  const name = exec?.logConfiguration?.cloudWatchLogGroupName;
  if (name === undefined || logGroups.every(({ logGroupName }) => logGroupName !== name)) return configuration;
  const logConfiguration = { ...exec?.logConfiguration, cloudWatchLogGroupName: logGroupId(name) };
  return { ...configuration, executeCommandConfiguration: { ...exec, logConfiguration } };
}
