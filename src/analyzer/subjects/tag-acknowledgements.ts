import { AspectPriority, Aspects, Stack } from 'aws-cdk-lib';
import { type BaseService, CfnService } from 'aws-cdk-lib/aws-ecs';
import { reasonsOf, toleratedFor } from './acknowledged';
import { allowedTags, isOfSynthesis, TOLERATED_TAG, toleratedTagValue } from '../protocol/service-tags';

/** ECS takes so many tags for a service, and most of them are the app's own. */
const MOST_TAGS = 50;

const MOST_FOR_REASONS = 30;

/**
 * Writes what is allowed on purpose for a service, and which guardrails did not refuse what they found, into its tags, for an analyzer
 * that has no rule of the service: anybody may still allow something until synthesis.
 *
 * Last of all Aspects, because only then is known how many tags the app adds.
 */
export function tagAcknowledgements(service: BaseService): void {
  Aspects.of(service).add({
    visit: node => {
      if (!(node instanceof CfnService)) return;
      const room = MOST_TAGS - ownTags(node).length;
      const reasons = allowedTags(reasonsOf(service), Math.max(0, Math.min(MOST_FOR_REASONS, room - 1)));
      for (const [key, value] of Object.entries(reasons.tags)) node.tags.setTag(key, value);
      // With a guardrail left out, its fault would be taken for one that passed.
      const tolerated = reasons.isWhole && room > 0 ? toleratedTagValue(toleratedFor(service)) : undefined;
      if (tolerated !== undefined) node.tags.setTag(TOLERATED_TAG, tolerated);
    },
  }, { priority: AspectPriority.READONLY });
}

/** The names of the tags that the app gives a service, and of those that CloudFormation gives every resource of its stack. */
const ownTags = (service: CfnService): readonly string[] =>
  Object.keys({ ...Stack.of(service).tags.tagValues(), ...service.tags.tagValues() }).filter(key => !isOfSynthesis(key));
