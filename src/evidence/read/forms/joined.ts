import type { Content } from './form';

/** The contents of several values as those of one. */
export const joined = (contents: readonly Content[]): Content => ({
  forms: [...new Set(contents.flatMap(({ forms }) => forms))],
  findings: contents.flatMap(({ findings }) => findings),
  healthy: contents.flatMap(({ healthy }) => healthy),
  noted: [...new Set(contents.flatMap(({ noted }) => noted))],
  unreadable: contents.flatMap(({ unreadable }) => unreadable),
});
