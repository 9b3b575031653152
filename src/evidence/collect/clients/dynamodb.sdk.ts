import {
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { sending } from './sending.sdk';

export const open = sending(config => new DynamoDBClient(config), {
  GetItem: GetItemCommand,
  ListTables: ListTablesCommand,
  Query: QueryCommand,
});
