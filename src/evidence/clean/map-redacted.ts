import { mapStrings } from './map-strings';
import { redactWhole } from './redact';

/** The same value, each of its strings without secrets and without signs that a terminal obeys. */
export const mapRedacted = <T>(value: T): T => mapStrings(value, text => redactWhole(text));
