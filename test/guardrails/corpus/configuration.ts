import type { Stack } from 'aws-cdk-lib';

/** Declares something in a stack, as users of the CDK would. */
export type Declare = (stack: Stack) => void;

/** The parts that a service is judged by. */
export const PARTS = ['cluster', 'network', 'targetGroups', 'task'] as const;

export type Part = typeof PARTS[number];

/** One way to run a program on Fargate that breaks no guardrail, or none that can be judged. */
export interface SoundConfiguration {
  /** What a colleague would call it. */
  readonly sentence: string;
  readonly declare: Declare;
  /** What runs: services by themselves, or tasks that something else starts. */
  readonly runs?: 'services' | 'tasks';
  /** The parts of the service about which its templates say nothing; all others must be read. */
  readonly hides?: readonly Part[];
}

/** One fault on an otherwise sound service. */
export interface BadConfiguration {
  /** What is wrong, as a colleague would say it. */
  readonly sentence: string;
  /** The rules that must report it. */
  readonly foundBy: readonly string[];
  /** Rules that the same fault breaks as well; nothing else may report anything. */
  readonly breaksToo?: readonly string[];
  /** Whether it has parameters without a default, whose values no parent of a nested stack gives. */
  readonly asksForValues?: boolean;
  readonly declare: Declare;
  /** The same service without the fault. */
  readonly twin: Declare;
}
