import {
  type CfnResource,
  DefaultTokenResolver,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  Reference,
  StringConcat,
  Tokenization,
} from 'aws-cdk-lib';
import { CfnCluster } from 'aws-cdk-lib/aws-ecs';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { generatedName } from './watched-events';
import { LONGEST_ECS_NAME, LONGEST_GENERATED_SUFFIX, LONGEST_PSEUDO_PARAMETERS } from '../../aws/longest';

/** So many characters stand before the name of a cluster in its ARN. */
const BEFORE_NAME = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId']
  .reduce((sum, parameter) => sum + LONGEST_PSEUDO_PARAMETERS[parameter], 'arn::ecs:::cluster/'.length);

/** The longest that the name of a resource of ECS can become, which may have a name of its own. */
export const longestNameOf = (resource: CfnResource, chosen: string | undefined): string =>
  longestName(resource, chosen, value => longestForm(value, resource));

/** A value with the longest text in place of all that only deployment fills in, to know how long it can become. */
export const longestForm = (value: unknown, scope: IConstruct): unknown =>
  Tokenization.resolve(value, { scope, resolver: new LongestForm(new StringConcat()), preparing: false });

class LongestForm extends DefaultTokenResolver {
  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token) && token.target instanceof CfnCluster) return ofCluster(token.target, token.displayName, context);
    if (Reference.isReference(token) && token.target instanceof CfnLogGroup && token.displayName === 'Ref') {
      return longestName(token.target, token.target.logGroupName, value => context.resolve(value));
    }
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    return isIntrinsic(resolved) ? filled(LONGEST_PSEUDO_PARAMETERS[String(resolved.Ref)] ?? LONGEST_ECS_NAME) : resolved;
  }
}

const isIntrinsic = (resolved: unknown): resolved is { readonly Ref?: unknown } =>
  typeof resolved === 'object' && resolved !== null && Object.keys(resolved).some(key => key === 'Ref' || key.startsWith('Fn::'));

function ofCluster(cluster: CfnCluster, attribute: string, context: IResolveContext): string {
  const name = longestName(cluster, cluster.clusterName, value => context.resolve(value));
  return attribute === 'Arn' ? `${filled(BEFORE_NAME)}${name}` : name;
}

/** The name of a cluster, a service or a log group: the chosen one, or the one that CloudFormation generates. */
function longestName(resource: CfnResource, chosen: string | undefined, resolve: (value: string) => unknown): string {
  const known = chosen === undefined ? undefined : resolve(chosen);
  return String(known ?? `${String(resolve(generatedName(resource)))}${filled(LONGEST_GENERATED_SUFFIX)}`).slice(0, LONGEST_ECS_NAME);
}

const filled = (characters: number): string => 'x'.repeat(characters);
