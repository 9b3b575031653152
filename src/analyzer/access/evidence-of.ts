import { EvidenceSource, StopEvidence } from './stop-evidence';

/** What was chosen of an analyzer's props. */
interface Choice {
  readonly evidence?: StopEvidence;
  readonly services?: readonly unknown[];
  readonly cluster?: unknown;
}

/** What an analyzer reads from the account. */
export const evidenceOf = (props: Choice): StopEvidence => props.evidence ?? defaultEvidence(props);

/** Who watches a whole account gets the logs of all its applications only when they ask for them. */
const defaultEvidence = ({ services, cluster }: Choice): StopEvidence => services ?? cluster
  ? StopEvidence.ALL
  : StopEvidence.some(...StopEvidence.ALL.sources.filter(source => source !== EvidenceSource.LOG));
