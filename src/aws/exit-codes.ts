/** A container that a signal ended has 128 and the signal's number as its exit code. */
const bySignal = (signal: number): number => 128 + signal;

/** What a shell ends with when it may not run a program, and when it does not find one. */
export const NOT_EXECUTABLE = 126;
export const NOT_FOUND = 127;

export const SIGILL = bySignal(4);
export const SIGABRT = bySignal(6);
export const SIGBUS = bySignal(7);
export const SIGFPE = bySignal(8);
export const SIGKILL = bySignal(9);
export const SIGSEGV = bySignal(11);
export const SIGTERM = bySignal(15);

/** With these a container ends that ECS stops: first it asks, then it kills. */
export const STOPPED_BY_ECS: readonly number[] = [SIGKILL, SIGTERM];

/** Codes that say more than that something went wrong. */
export const TELLING: readonly number[] =
  [0, NOT_EXECUTABLE, NOT_FOUND, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGSEGV, SIGTERM];
