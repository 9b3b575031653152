import { Aspects } from 'aws-cdk-lib';
import { type BaseService, CfnService } from 'aws-cdk-lib/aws-ecs';
import { reasonsOf } from './acknowledged';
import { ALLOWED_TAG, tagValue } from '../protocol/service-tags';

/** ECS takes 50 tags for a service, and most of them are the app's own. */
const MOST_REASONS = 20;

/**
 * Writes what is allowed on purpose for a service into its tags, for an analyzer that has no rule of the service: anybody may still
 * allow something until synthesis.
 */
export function tagAcknowledgements(service: BaseService): void {
  Aspects.of(service).add({
    visit: node => {
      if (!(node instanceof CfnService)) return;
      for (const [rule, reason] of reasonsOf(service).slice(0, MOST_REASONS)) node.tags.setTag(`${ALLOWED_TAG}${rule}`, tagValue(reason));
    },
  });
}
