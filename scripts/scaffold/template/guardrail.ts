import { UNKNOWN } from '../../../src/facts/model/fact';
import type { ServiceRule } from '../../../src/guardrails/model/rule';

export const newGuardrail: ServiceRule = {
  id: 'new-guardrail',
  class: 'hygiene',
  judges: 'service',
  property: 'TODO: the CloudFormation property that a finding points to, such as PropagateTags',
  reads: [],
  title: 'TODO: a requirement with "should" and without the reason, such as: Tasks should not have public IP addresses.',
  why: 'TODO: If <condition>, <ECS or Fargate> <does what>. <Effect on the service>.',
  fix: 'TODO: the prop to set on ecs.FargateService, and what HardenedFargateService does.',
  see: ['https://docs.aws.amazon.com/TODO'],
  prevents: [],
  breaks: {},
  holds: () => UNKNOWN,
};
