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
      "'services' and 'cluster' are both given, but a cluster's analyzer diagnoses all of its services already: leave one of them out",
    );
  }
  if (eventBus && (services ?? cluster)) {
    throw new Error(
      `'eventBus' and '${services ? 'services' : 'cluster'}' are both set, but every event of ECS on a bus of its own is diagnosed; `
        + `leave out '${services ? 'services' : 'cluster'}'`,
    );
  }
}
