import { Aspects } from 'aws-cdk-lib';
import { type BaseService, CfnService } from 'aws-cdk-lib/aws-ecs';
import { reasonsOf, toleratedFor } from './acknowledged';
import { ALLOWED_TAG, tagValue, TOLERATED_TAG, toleratedTagValue } from '../protocol/service-tags';

/** ECS takes 50 tags for a service, and most of them are the app's own. */
const MOST_REASONS = 20;

/**
 * Writes what is allowed on purpose for a service, and which guardrails did not refuse what they found, into its tags, for an analyzer
 * that has no rule of the service: anybody may still allow something until synthesis.
 */
export function tagAcknowledgements(service: BaseService): void {
  Aspects.of(service).add({
    visit: node => {
      if (!(node instanceof CfnService)) return;
      const reasons = reasonsOf(service);
      for (const [rule, reason] of reasons.slice(0, MOST_REASONS)) node.tags.setTag(`${ALLOWED_TAG}${rule}`, tagValue(reason));
      // With a reason left out, its fault would be taken for one that passed.
      const tolerated = reasons.length <= MOST_REASONS ? toleratedTagValue(toleratedFor(service)) : undefined;
      if (tolerated !== undefined) node.tags.setTag(TOLERATED_TAG, tolerated);
    },
  });
}
