/** The ways to tell an analyzer what it watches. */
interface Subjects {
  readonly services?: readonly unknown[];
  readonly cluster?: unknown;
  readonly eventBus?: unknown;
}

/** What an analyzer watches is told in one way. */
export function requireOneSubject({ services, cluster, eventBus }: Subjects): void {
  if (services && cluster) {
    throw new Error(
      "'services' and 'cluster' are both set, but 'cluster' includes all of its services; remove one of them",
    );
  }
  if (eventBus && (services ?? cluster)) {
    throw new Error(
      `'eventBus' and '${services ? 'services' : 'cluster'}' are both set, but an analyzer with its own event bus `
        + `diagnoses all ECS events on it; remove '${services ? 'services' : 'cluster'}'`,
    );
  }
}
