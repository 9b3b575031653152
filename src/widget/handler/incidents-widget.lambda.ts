import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { redactWhole } from '../../evidence/clean/redact';
import { incidentTable } from '../../incidents/table/incident-table.sdk';
import { tableIn } from '../../incidents/table/table-environment';
import { DOCUMENTATION } from '../page/documentation';
import { failurePage, incidentPage } from '../page/incident-page';
import { listIncidents } from '../page/listed-incidents';
import { readRequest } from '../page/widget-request';

/** Somebody waits for the page. */
const LIMITS = { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true };

const store = incidentTable(new DynamoDBClient({ maxAttempts: 2, requestHandler: LIMITS }), tableIn(process.env));

export async function handler(event: unknown): Promise<string> {
  const now = Date.now();
  const request = readRequest(event, now);
  if (request.asksForDocumentation) return DOCUMENTATION;
  try {
    return incidentPage(await listIncidents(store, request, now), request);
  } catch (error) {
    const because = redactWhole(error instanceof Error ? error.message : String(error));
    console.error(because);
    return failurePage(because, request);
  }
}
