import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** What only a shell understands. */
const SHELL = /\s|\|\||&&|[;|<>]/;

/** A command without `CMD` or `CMD-SHELL` works with some images and not with others, so that it gets no verdict. */
export const healthCheckCommand: ContainerRule = {
  id: 'health-check-command',
  class: 'cannot start',
  judges: 'container',
  property: 'HealthCheck.Command',
  reads: ['task.containers.healthCheck'],
  title: 'A health check command should use the CMD or the CMD-SHELL form.',
  why: 'CMD runs its first argument as a program, without a shell. CMD-SHELL runs only its first argument. '
    + 'In the wrong form, the check always fails, and ECS replaces each task.',
  fix: 'In healthCheck.command of HardenedFargateService or addContainer, use [\'CMD-SHELL\', \'curl -f http://localhost/ || exit 1\']. '
    + 'Or use CMD with the program and each argument as its own string.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html'],
  prevents: ['health/container'],
  breaks: { healthCheck: { command: ['CMD', 'curl -f http://localhost:8080/health || exit 1'] } },
  holds: ({ healthCheck: check }) => {
    if (check === undefined) return true;
    const seen = isKnown(check) && isKnown(check.command) ? faultOf(check.command ?? []) : undefined;
    return seen === undefined ? UNKNOWN : { seen };
  },
};

function faultOf([form, first, ...more]: readonly Known<string>[]): string | undefined {
  if (form === undefined || first === undefined || !isKnown(form) || !isKnown(first)) return undefined;
  return FAULTS[form]?.(first, more.length);
}

type Fault = (first: string, more: number) => string | undefined;

/** What is wrong with the words after each form. */
const FAULTS: Readonly<Record<string, Fault | undefined>> = {
  'CMD': (first, more) => more === 0 && SHELL.test(first.trim()) ? `CMD runs '${first}' as the name of one program` : undefined,
  'CMD-SHELL': (first, more) => more > 0 ? `CMD-SHELL runs only '${first}', and not the ${more} strings after it` : undefined,
};
