import type { Words } from './rule';

/** What is reported when a guardrail breaks down: silence would let an unsafe template through. */
export const NOT_JUDGED: Words = {
  id: 'not-judged',
  title: 'Every guardrail should reach a verdict.',
  why: 'This guardrail threw an error, so nothing was checked.',
  fix: 'If the guardrail is one of your own, fix it. Otherwise report this finding at '
    + 'https://github.com/hardened-fargate/hardened-fargate/issues. To continue, check the service yourself and acknowledge the finding.',
  see: ['https://github.com/hardened-fargate/hardened-fargate/issues'],
  prevents: [],
};
