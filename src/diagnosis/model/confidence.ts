import type { Confidence } from './diagnosis';

/** The surer first. */
export const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** The surer, the lower. */
export const rankOf = (confidence: Confidence): number => CONFIDENCES.indexOf(confidence);

export const weaker = (a: Confidence, b: Confidence): Confidence => rankOf(a) > rankOf(b) ? a : b;
