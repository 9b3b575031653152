const TABLE_NAME = 'INCIDENT_TABLE_NAME';

/** Tells a function which table keeps incidents. */
export const namingTable = (tableName: string): Record<string, string> => ({ [TABLE_NAME]: tableName });

/** The table that the construct of the function named. */
export function tableIn(environment: Readonly<Record<string, string | undefined>>): string {
  const name = environment[TABLE_NAME];
  if (!name) throw new Error(`environment variable '${TABLE_NAME}' is missing, but the construct of the function always sets it`);
  return name;
}
