/** `error` stops synthesis until it is fixed or acknowledged with a reason; `warning` is reported. */
export type Level = 'error' | 'warning';

/** What becomes of a service that breaks a rule, the gravest first. */
export const RULE_CLASSES = ['refused', 'cannot start', 'cannot serve', 'leaks', 'may fail', 'weakens', 'hygiene'] as const;

export type RuleClass = typeof RULE_CLASSES[number];

/** What each class means, for people. */
export const MEANINGS: Readonly<Record<RuleClass, string>> = {
  'refused': 'AWS rejects the template or a resource in it.',
  'cannot start': 'Tasks do not start, or a deployment does not complete.',
  'cannot serve': 'Tasks start, but they do not receive requests, or ECS stops them.',
  'leaks': 'People without authorization can read a credential.',
  'may fail': 'Tasks or calls of the application can fail, depending on resources that are not in the templates.',
  'weakens': 'The service runs, but with less security, availability, or insight.',
  'hygiene': 'Costs, operations, or later changes become harder.',
};

/** The level of a finding about a service that any construct declares: only what certainly fails or leaks stops synthesis. */
export const levelOf = (ruleClass: RuleClass): Level => ['may fail', 'weakens', 'hygiene'].includes(ruleClass) ? 'warning' : 'error';

/** The level of a finding about a HardenedFargateService, unless an override takes a default away, which is an error in any case. */
export const levelOfPromise = (ruleClass: RuleClass): Level => ['may fail', 'hygiene'].includes(ruleClass) ? 'warning' : 'error';
