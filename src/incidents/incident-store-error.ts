/** The store could not be used; what it was asked may or may not have been done. */
export class IncidentStoreError extends Error {
  /** @param isMissing whether waiting would not help, because there is no table */
  constructor(reason: string, public readonly isMissing: boolean) {
    super(`the table of incidents: ${reason}`);
  }
}
