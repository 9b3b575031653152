import { Validations } from 'aws-cdk-lib';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import type { Capacity } from './options/capacity';

/** Says why a service may have no task on capacity that AWS does not take back. */
export function explainSpot(service: FargateService, capacity: Capacity | undefined): void {
  if (capacity?._reason === undefined) return;
  Validations.of(service).acknowledge({ id: 'HardenedFargate::spot-has-on-demand-base', reason: capacity._reason });
}
