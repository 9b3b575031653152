import type { IConstruct } from 'constructs';
import { isSwitchedOff } from './off-switch';
import { GuardrailProfile } from './settings/guardrail-profile';
import { AS_PUBLISHED } from './strictness';
import { generalStrictnessAt, isJudged, isJudgedAnyway } from './who-judges';

/**
 * The rules whose findings do not stop the synthesis of a service, or nothing where that cannot be said: nobody judges it, the
 * guardrails are off or advise only, or a baseline lets known findings pass.
 *
 * Findings that are acknowledged count as findings here.
 */
export function toleratedAt(service: IConstruct): readonly string[] | undefined {
  if (isSwitchedOff(service.node.root)) return undefined;
  const strictness = isJudgedAnyway(service) ? generalStrictnessAt(service) : isJudged(service) ? AS_PUBLISHED : undefined;
  if (strictness === undefined || strictness.baseline !== undefined || strictness.profile === GuardrailProfile.ADVISORY) return undefined;
  const { disabled, levels } = strictness;
  return [...new Set([...Object.keys(disabled), ...Object.keys(levels).filter(id => levels[id] !== 'error')])].sort();
}
