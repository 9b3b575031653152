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

/** What is reported of something that may run tasks on Fargate and that no guardrail can look into. */
export const UNJUDGED: Words = {
  ...NOT_JUDGED,
  title: 'Guardrails should check every task on Fargate.',
  why: 'What is not checked can be unsafe without a finding.',
  fix: 'State the value that the finding names in the template, or check the missing template together with this one. '
    + 'Otherwise acknowledge the finding.',
  see: [],
};

/** What is recorded of a service that does not run on Fargate, so that no guardrail applies to it. */
export const NOT_ON_FARGATE: Words = {
  ...UNJUDGED,
  id: 'not-on-fargate',
  title: 'Guardrails check what runs on Fargate.',
  why: 'The rules of Fargate do not apply to it.',
  fix: 'No change is needed.',
};

/** What is recorded of a service that is judged because of a default only. */
export const BY_DEFAULT: Words = {
  ...NOT_ON_FARGATE,
  title: 'Guardrails check a service that its template puts on Fargate by default.',
  why: 'With another value, it may not run on Fargate.',
  fix: 'No change is needed. To judge it with another value, give --parameter Name=Value.',
};

/** What is reported of a part that no guardrail can look into; the rest is judged. */
export const PARTLY_JUDGED: Words = {
  ...UNJUDGED,
  title: 'Guardrails should check every property that they read.',
  fix: 'Write the value into the template, or check the template after its macros ran. Otherwise acknowledge the finding.',
};

/** What is recorded of what AWS decides, so that no template can be unsafe in it. */
export const DECIDED_BY_AWS: Words = {
  ...NOT_ON_FARGATE,
  id: UNJUDGED.id,
  title: 'Guardrails check what the template decides.',
  why: 'What another resource or AWS decides is not in this resource.',
  fix: 'No change is needed.',
};
