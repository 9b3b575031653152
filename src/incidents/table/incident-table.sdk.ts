import {
  type AttributeValue, ConditionalCheckFailedException, type DynamoDBClient, GetItemCommand, paginateQuery, type QueryCommandInput,
  ResourceNotFoundException, UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { TABLE_SHAPE } from './table-shape';
import { expressionsOf, type Update } from './update-expression.sdk';
import type { Incident } from '../incident';
import { type ClaimedStop, type IncidentList, type IncidentStore, type ListBounds, listOf, type StoredIncident } from '../incident-store';
import { IncidentStoreError } from '../incident-store-error';
import { turnAt } from '../message-rate';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/** Duplicates come for as long as a dead letter can be moved back into its queue, 14 days. */
const KEEP_STOPS = 30 * DAY;
const KEEP_INCIDENTS = 90 * DAY;
const KEEP_ROLLOUTS = 7 * DAY;
const KEEP_TURNS = DAY;

/** Longer than a function runs, shorter than a queue waits before it hands an event out again. */
const LEASE = 60 * SECOND;

type Item = Readonly<Record<string, AttributeValue>>;

/** Incidents in DynamoDB: one table, one item for each thing, and no transaction. */
export function incidentTable(client: DynamoDBClient, tableName: string): IncidentStore {
  const get = async (pk: string): Promise<Item | undefined> => {
    const command = new GetItemCommand({ TableName: tableName, Key: { pk: text(pk) }, ConsistentRead: true });
    return (await client.send(command).catch(failed)).Item;
  };

  /** The item as it is afterwards, or nothing when the condition does not hold. */
  const update = async (pk: string, change: Update): Promise<Item | undefined> => {
    try {
      const { Attributes } = await client.send(new UpdateItemCommand({
        TableName: tableName, Key: { pk: text(pk) }, ReturnValues: 'ALL_NEW', ...expressionsOf(change),
      }));
      return Attributes ?? {};
    } catch (error) {
      return error instanceof ConditionalCheckFailedException ? undefined : failed(error);
    }
  };

  return {
    claimStop: async ({ key, incident, message }, now) => {
      const item = await update(`stop#${key}`, {
        set: { lease: number(now + LEASE), message: text(message), expires: seconds(now + KEEP_STOPS) },
        keep: { incident: text(incident) },
        // A lease from a clock that is ahead must not hold the stop back for longer than any lease.
        condition: 'attribute_not_exists(pk) OR '
          + '(attribute_not_exists(done) AND (#message = :message OR NOT lease BETWEEN :now AND :longest))',
        values: { ':now': number(now), ':longest': number(now + 2 * LEASE) },
      });
      if (item !== undefined) return claimed(key, item);
      return (await get(`stop#${key}`))?.done === undefined ? 'busy' : 'done';
    },
    noteStop: async ({ key }, noted, isDone) => void await update(`stop#${key}`, {
      set: { counted: YES, lease: number(0), ...isDone && { done: YES } },
      ...noted.length > 0 && { add: { noted: { SS: [...noted] } } },
    }),
    isCounted: async key => (await get(`stop#${key}`))?.counted?.BOOL === true,
    markCounted: async key => void await update(`stop#${key}`, { set: { counted: YES } }),
    read: async (id, now) => stored(await get(`incident#${id}`), now),
    write: async (incident, revision, now) => await update(`incident#${incident.id}`, {
      set: {
        state: text(JSON.stringify(incident)),
        listed: text(listOf(incident)),
        openedAt: text(incident.openedAt),
        revision: number(revision + 1),
        expires: seconds(now + KEEP_INCIDENTS),
      },
      condition: revision === 0 ? 'attribute_not_exists(pk)' : 'revision = :read',
      ...revision > 0 && { values: { ':read': number(revision) } },
    }) !== undefined,
    list: async (name, bounds) => {
      const ids: string[] = [];
      for await (const { Items = [] } of paginateQuery({ client, pageSize: bounds?.most }, queryOf(tableName, name, bounds))) {
        ids.push(...Items.map(({ pk }) => pk.S?.replace('incident#', '') ?? ''));
        if (bounds !== undefined && ids.length >= bounds.most) break;
      }
      return ids;
    },
    takeTurn: async (sink, messagesPerMinute, now) => {
      const { length, latest, longest } = turnAt(now, messagesPerMinute);
      const set = { expires: seconds(now + KEEP_TURNS) };
      const behindOthers: Update = {
        set,
        add: { occupied: number(length) },
        condition: 'occupied BETWEEN :now AND :latest',
        values: { ':now': number(now), ':latest': number(latest) },
      };
      const first: Update = {
        set: { ...set, occupied: number(now + length) },
        condition: 'attribute_not_exists(pk) OR NOT occupied BETWEEN :now AND :longest',
        values: { ':now': number(now), ':longest': number(longest) },
      };
      // Most messages are the first after a pause. Whoever is not the first stands behind others, whose number only grows.
      return await update(`turn#${sink}`, first) !== undefined || await update(`turn#${sink}`, behindOthers) !== undefined;
    },
    saveDiagnosis: async (id, json, now) => void await update(`diagnosis#${id}`, {
      set: { json: text(json), expires: seconds(now + KEEP_INCIDENTS) },
    }),
    diagnosisOf: async id => (await get(`diagnosis#${id}`))?.json?.S,
    beginRollout: async (deployment, now) => void await update(`rollout#${deployment}`, {
      set: { expires: seconds(now + KEEP_ROLLOUTS) }, condition: 'attribute_not_exists(pk)',
    }),
    endRollout: async (deployment, partOf, now) => void await update(`rollout#${deployment}`, {
      set: { ended: YES, expires: seconds(now + KEEP_ROLLOUTS) },
      ...partOf !== undefined && { keep: { partOf: text(partOf) } },
    }),
    rolloutOf: async deployment => {
      const item = await get(`rollout#${deployment}`);
      const partOf = item?.partOf?.S;
      return { isInProgress: item !== undefined && item.ended === undefined, ...partOf !== undefined && { partOf } };
    },
  };
}

function queryOf(tableName: string, name: IncidentList, bounds: ListBounds | undefined): QueryCommandInput {
  const { index } = TABLE_SHAPE;
  return {
    TableName: tableName,
    IndexName: index.name,
    KeyConditionExpression: `#listed = :listed${bounds ? ' AND #opened <= :until' : ''}`,
    ExpressionAttributeNames: { '#listed': index.partitionKey, ...bounds && { '#opened': index.sortKey } },
    ExpressionAttributeValues: { ':listed': text(name), ...bounds && { ':until': text(bounds.openedUntil) } },
    ScanIndexForward: false,
  };
}

function failed(error: unknown): never {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  throw new IncidentStoreError(reason, error instanceof ResourceNotFoundException);
}

const YES: AttributeValue = { BOOL: true };
const text = (value: string): AttributeValue => ({ S: value });
const number = (value: number): AttributeValue => ({ N: String(value) });

/** DynamoDB deletes an item some time after this point in time. */
const seconds = (milliseconds: number): AttributeValue => number(Math.ceil(milliseconds / SECOND));

const claimed = (key: string, item: Item): ClaimedStop => ({ key, incident: item.incident?.S ?? '', noted: item.noted?.SS ?? [] });

/** An incident that DynamoDB has not deleted yet, though its time is over, is none. */
function stored(item: Item | undefined, now: number): StoredIncident {
  const state = item?.state?.S;
  const isOver = numberIn(item?.expires) * SECOND < now;
  return { incident: state === undefined || isOver ? undefined : JSON.parse(state) as Incident, revision: numberIn(item?.revision) };
}

const numberIn = (value: AttributeValue | undefined): number => Number(value?.N ?? 0);
