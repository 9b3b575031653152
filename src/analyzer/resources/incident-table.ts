import { AttributeType, BillingMode, type ITable, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { TABLE_ACTIONS, TABLE_ID, TABLE_SHAPE } from '../../incidents/table/table-shape';

/**
 * The table that keeps incidents, paid by request.
 *
 * What it holds is rebuilt by the stops to come: it has no backup, and its encryption at rest is that of DynamoDB itself.
 */
export function defineIncidentTable(scope: Construct): Table {
  const { partitionKey, timeToLive, index } = TABLE_SHAPE;
  const table = new Table(scope, TABLE_ID, {
    partitionKey: { name: partitionKey, type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: timeToLive,
  });
  table.addGlobalSecondaryIndex({
    indexName: index.name,
    partitionKey: { name: index.partitionKey, type: AttributeType.STRING },
    sortKey: { name: index.sortKey, type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
  });
  return table;
}

/** Lets the analyzer use the table in the ways that it does, and in no other. */
export function grantIncidents(role: Role, { tableArn }: ITable): void {
  role.addToPolicy(new PolicyStatement({ actions: [...TABLE_ACTIONS.table], resources: [tableArn] }));
  role.addToPolicy(new PolicyStatement({ actions: [...TABLE_ACTIONS.index], resources: [`${tableArn}/index/${TABLE_SHAPE.index.name}`] }));
}
