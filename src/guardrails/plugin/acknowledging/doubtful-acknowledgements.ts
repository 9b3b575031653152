import { type Acknowledgement, acknowledgementOf } from './acknowledgements';
import type { Finding } from '../../evaluate';
import type { Words } from '../../model/rule';

/** What is reported of an acknowledgment that the CDK accepts although it should not stay as it is. */
export const ACKNOWLEDGEMENT_DOUBTFUL: Words = {
  id: 'acknowledgement-doubtful',
  title: 'Every acknowledgment should have a reason, and accept only what AWS accepts.',
  why: 'Without a reason, no one can tell later whether it still applies. What AWS rejects does not deploy, acknowledged or not.',
  fix: 'Give a reason. If AWS rejects the value, fix the finding and remove the acknowledgment.',
  see: [],
  prevents: [],
};

/**
 * Acknowledgments without a reason, which are as grave as what they accept, and those of findings that AWS rejects. The CDK hides
 * what is acknowledged, and no plugin can veto that.
 */
export const doubtfulAcknowledgements = (made: readonly Acknowledgement[], findings: readonly Finding[]): readonly Finding[] => [
  ...made.filter(({ reason }) => reason.trim() === '').map(acknowledgement => withoutReason(acknowledgement, made, findings)),
  ...findings.filter(finding => finding.class === 'refused').flatMap(({ rule, at }) => {
    const acknowledgement = acknowledgementOf(rule.id, at.path, made);
    const seen = `'${rule.id}' is acknowledged, but AWS rejects the value that it found`;
    return acknowledgement === undefined ? [] : [doubt(acknowledgement.at, seen)];
  }),
];

function withoutReason(acknowledgement: Acknowledgement, made: readonly Acknowledgement[], findings: readonly Finding[]): Finding {
  const { ruleId, at } = acknowledgement;
  const accepted = findings
    .filter(({ rule, at: { path } }) => rule.id === ruleId && acknowledgementOf(ruleId, path, made) === acknowledgement);
  const seen = `'${ruleId}' is acknowledged without a reason`;
  const refused = accepted.find(({ level }) => level === 'error');
  if (refused === undefined) return doubt(at, seen);
  // The CDK does not print what is acknowledged, so that its words have to stand here.
  const fix = `Give a reason, or fix the finding. ${refused.fix ?? refused.rule.fix}`;
  return { ...doubt(at, `${seen}, so the finding still stops synthesis: ${refused.seen}`), level: 'error', fix };
}

const doubt = (path: string, seen: string): Finding =>
  ({ rule: ACKNOWLEDGEMENT_DOUBTFUL, level: 'warning', at: { path, property: '' }, seen });
