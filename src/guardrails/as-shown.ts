import type { Finding } from './evaluate';
import { visible } from '../evidence/clean/clean-text';
import { mapStrings } from '../evidence/clean/map-strings';
import { redactWhole } from '../evidence/clean/redact';

/** A finding as people may see it: what it quotes of a template without secrets, and names without signs that act on a terminal. */
export const asShown = (finding: Finding): Finding => ({ ...withoutSecrets(finding), at: mapStrings(finding.at, visible) });

/** A finding whose place still names its construct, for the CDK. */
export const withoutSecrets = (finding: Finding): Finding => ({ ...finding, seen: redactWhole(finding.seen) });
