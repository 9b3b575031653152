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

/** Acknowledgments without a reason, and those of findings that AWS rejects; no plugin can veto either. */
export const doubtfulAcknowledgements = (made: readonly Acknowledgement[], findings: readonly Finding[]): readonly Finding[] => [
  ...made.filter(({ reason }) => reason.trim() === '')
    .map(({ ruleId, at }) => doubt(at, `'${ruleId}' is acknowledged without a reason`)),
  ...findings.filter(finding => finding.class === 'refused').flatMap(({ rule, at }) => {
    const acknowledgement = acknowledgementOf(rule.id, at.path, made);
    return acknowledgement === undefined ? [] : [doubt(acknowledgement.at, `'${rule.id}' is acknowledged, but AWS rejects what it found`)];
  }),
];

const doubt = (path: string, seen: string): Finding =>
  ({ rule: ACKNOWLEDGEMENT_DOUBTFUL, level: 'warning', at: { path, property: '' }, seen });
