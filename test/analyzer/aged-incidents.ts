import type { ShippedAnalyzer } from './shipped-analyzer';
import { TABLE } from './shipped-analyzer';
import type { Incident } from '../../src/incidents/incident';
import { incidentTable } from '../../src/incidents/table/incident-table.sdk';

/** The incidents as they stand in the table. */
export async function incidentsOf({ dynamoDb }: ShippedAnalyzer): Promise<readonly Incident[]> {
  const table = incidentTable(dynamoDb.client, TABLE);
  const ids = [...await table.list('active'), ...await table.list('over')];
  return (await Promise.all(ids.map(id => table.read(id, Date.now())))).flatMap(({ incident }) => incident ?? []);
}

/** Writes into the table that everything happened so many minutes earlier. */
export async function makeOlder({ dynamoDb }: ShippedAnalyzer, minutes: number): Promise<void> {
  const table = incidentTable(dynamoDb.client, TABLE);
  const earlier = (time: string): string => new Date(Date.parse(time) - minutes * 60_000).toISOString();
  for (const id of await table.list('active')) {
    const { incident, revision } = await table.read(id, Date.now());
    if (incident === undefined) continue;
    const { firstSeen, lastSeen, openedAt, steadySince, told } = incident;
    await table.write({
      ...incident,
      firstSeen: earlier(firstSeen),
      lastSeen: earlier(lastSeen),
      openedAt: earlier(openedAt),
      ...steadySince !== undefined && { steadySince: earlier(steadySince) },
      ...told !== undefined && { told: { ...told, at: told.at - minutes * 60_000 } },
    }, revision, Date.now());
  }
}

/** Writes into the table that functions that did not come back have had their time. */
export async function endLeases({ dynamoDb }: ShippedAnalyzer): Promise<void> {
  const table = incidentTable(dynamoDb.client, TABLE);
  for (const id of await table.list('active')) {
    const { incident, revision } = await table.read(id, Date.now());
    if (incident?.notice?.leasedUntil === undefined) continue;
    await table.write({ ...incident, notice: { ...incident.notice, leasedUntil: Date.now() - 1 } }, revision, Date.now());
  }
}
