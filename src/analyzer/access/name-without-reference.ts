import { CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { finalProperty, generatedName } from '../subjects/watched-events';

/**
 * The name of a log group for a policy, without a reference to another stack: as it is written there, or as CloudFormation begins
 * the names that it generates.
 */
export function withoutReference(name: string, own: Stack): string {
  const token = Tokenization.reverseCompleteString(name);
  if (!Reference.isReference(token) || Stack.of(token.target) === own) return name;
  if (!CfnResource.isCfnResource(token.target) || Token.isUnresolved(Stack.of(token.target).stackName)) return EVERY;
  const chosen = finalProperty(token.target, 'LogGroupName');
  if (chosen === undefined) return `${generatedName(token.target)}${EVERY}`;
  return Token.isUnresolved(chosen) ? EVERY : chosen;
}

const EVERY = '*';
