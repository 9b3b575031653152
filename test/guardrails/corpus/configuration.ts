import type { Stack } from 'aws-cdk-lib';

/** Declares something in a stack, as users of the CDK would. */
export type Declare = (stack: Stack) => void;

/** One way to run a program on Fargate that breaks no guardrail, or none that can be judged. */
export interface SoundConfiguration {
  /** What a colleague would call it. */
  readonly sentence: string;
  readonly declare: Declare;
  /** What runs: services by themselves, or tasks that something else starts. */
  readonly runs?: 'services' | 'tasks';
}
