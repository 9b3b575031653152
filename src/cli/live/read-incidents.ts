import { readPolicyAsJson } from '../../account/read-policy';
import type { Account } from '../../evidence/collect/account';
import type { ReadAction } from '../../evidence/collect/account-reads';
import { isObject, type JsonObject, objects, text } from '../../evidence/model/json-fields';
import type { Incident } from '../../incidents/incident';
import { TABLE_ID, TABLE_SHAPE } from '../../incidents/table/table-shape';

/** An incident, as programs get it from the command line. */
export type KeptIncident = Pick<Incident,
  'id' | 'status' | 'cluster' | 'service' | 'container' | 'cause' | 'severity' | 'title' | 'taskDefinitionArn' | 'occurrences' | 'firstSeen'
  | 'lastSeen' | 'reopened' | 'secondLook'>;

/** What is asked for. */
interface Wanted {
  readonly cluster: string;
  /** The table of one analyzer; those of all analyzers where it is left out. */
  readonly table?: string;
  /** ISO 8601. */
  readonly since: string;
}

/** The IAM policy that reading incidents needs, as JSON; the table of an analyzer that is named need not be listed. */
export function incidentsPolicy({ table, region }: { readonly table?: string; readonly region?: string }): string {
  const listing: readonly ReadAction[] = table === undefined ? ['dynamodb:ListTables'] : [];
  return readPolicyAsJson(['dynamodb:Query', 'dynamodb:GetItem', ...listing], { region });
}

/** The incidents of a cluster, the one with the latest stop first, and what could not be read. */
export async function readIncidents(
  account: Account, { cluster, table, since }: Wanted,
): Promise<{ readonly incidents: readonly KeptIncident[]; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const answer = async (action: 'dynamodb:ListTables' | 'dynamodb:Query' | 'dynamodb:GetItem', input: JsonObject): Promise<JsonObject> => {
    const outcome = await account.read(action, input);
    if (outcome.kind === 'answer') return outcome.answer;
    problems.push(outcome.kind === 'gap' ? `${outcome.gap.source}: ${outcome.gap.because}` : `${action}: ${outcome.because}`);
    return {};
  };
  const pages = async (action: 'dynamodb:ListTables' | 'dynamodb:Query', input: JsonObject, [from, to]: readonly [string, string]) => {
    const all: JsonObject[] = [];
    let start: unknown;
    do {
      const page = await answer(action, { ...input, ...start !== undefined && { [from]: start } });
      all.push(page);
      start = page[to];
    } while (start !== undefined);
    return all;
  };

  const tables = table === undefined
    ? (await pages('dynamodb:ListTables', {}, ['ExclusiveStartTableName', 'LastEvaluatedTableName'])).flatMap(namesOf).filter(isOfAnalyzer)
    : [table];
  const keys = await Promise.all(tables.flatMap(name => ['active', 'over'].map(async listed => {
    const input = queryOf(name, listed);
    const found = (await pages('dynamodb:Query', input, ['ExclusiveStartKey', 'LastEvaluatedKey'])).flatMap(({ Items }) => objects(Items));
    return found.map(({ pk }) => ({ TableName: name, Key: { pk } }));
  })));
  const items = await Promise.all(keys.flat().map(key => answer('dynamodb:GetItem', key)));
  const incidents = items.flatMap(({ Item }) => incidentIn(Item) ?? [])
    .filter(incident => incident.cluster === cluster && incident.lastSeen >= since)
    .sort((one, other) => one.lastSeen < other.lastSeen ? 1 : -1);
  return { incidents: incidents.map(kept), problems };
}

const namesOf = ({ TableNames }: JsonObject): readonly string[] => Array.isArray(TableNames) ? TableNames.map(String) : [];

/** CloudFormation names a table by the id that the construct gives it. */
const isOfAnalyzer = (name: string): boolean => name.includes(TABLE_ID);

const queryOf = (table: string, listed: string): JsonObject => ({
  TableName: table,
  IndexName: TABLE_SHAPE.index.name,
  KeyConditionExpression: '#listed = :listed',
  ExpressionAttributeNames: { '#listed': TABLE_SHAPE.index.partitionKey },
  ExpressionAttributeValues: { ':listed': { S: listed } },
});

function incidentIn(item: unknown): Incident | undefined {
  const state = isObject(item) && isObject(item.state) ? text(item.state.S) : undefined;
  return state === undefined ? undefined : JSON.parse(state) as Incident;
}

const kept = ({
  id, status, cluster, service, container, cause, severity, title, taskDefinitionArn, occurrences, firstSeen, lastSeen, reopened,
  secondLook,
}: Incident): KeptIncident => ({
  id,
  status,
  cluster,
  service,
  container,
  cause,
  severity,
  title,
  taskDefinitionArn,
  occurrences,
  firstSeen,
  lastSeen,
  reopened,
  secondLook,
});
