import type { Evidence } from '../../evidence/model/evidence';
import { inLog, logMayHold, type Reader } from '../matching/wording';

const readsMessage = logMayHold('org.apache.kafka.common.network.NetworkReceive');

const outOfMemory = inLog({
  sure: 'likely',
  says: 'a Kafka client without TLS reads the response of a TLS listener as a message of gigabytes',
  words: ['java.lang.OutOfMemoryError'],
});

/**
 * A full heap that is no want of memory.
 *
 * @see https://issues.apache.org/jira/browse/KAFKA-4090
 */
export const plaintextToTls: Reader = evidence => readsMessage(evidence) ? outOfMemory(evidence) : [];

/** Whether a Kafka client ran out of memory because it does not speak TLS to a listener that does. */
export const speaksPlaintextToTls = (evidence: Evidence): boolean => plaintextToTls(evidence).length > 0;
