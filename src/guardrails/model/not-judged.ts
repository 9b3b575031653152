import type { Words } from './rule';

/** What is reported when a guardrail breaks down: silence would let an unsafe template through. */
export const NOT_JUDGED: Words = {
  id: 'not-judged',
  level: 'error',
  title: 'Every guardrail reaches a verdict.',
  why: 'A guardrail that breaks down protects nobody, and this one has a fault of its own.',
  fix: 'Mend the rule if it is one of your own, else report this finding at '
    + 'https://github.com/hardened-fargate/hardened-fargate/issues; to go on meanwhile, look at what the '
    + 'guardrail protects and acknowledge the finding.',
  see: ['https://github.com/hardened-fargate/hardened-fargate/issues'],
  prevents: [],
};
