import type { Evidence } from '../../evidence/model/evidence';
import type { Prevention } from '../model/diagnosis';

/** Why a guardrail was overruled for a service, if it was. The CDK records acknowledgments under the plugin's name. */
export function acknowledgmentOf(id: string, acknowledged: Evidence['acknowledged']): Prevention['acknowledged'] {
  const key = [id, `HardenedFargate::${id}`].find(name => Object.hasOwn(acknowledged, name));
  return key === undefined ? null : { reason: acknowledged[key] };
}
