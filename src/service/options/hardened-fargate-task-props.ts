import type { HardenedFargateBaseProps } from './hardened-fargate-base-props';

/** What a task runs that begins and ends, on a schedule or when somebody asks for it. */
export interface HardenedFargateTaskProps extends HardenedFargateBaseProps {}
