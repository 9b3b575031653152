import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { TABLE_SHAPE } from '../../src/incidents/table/table-shape';

/** A server that speaks the protocol of DynamoDB, which we did not write, on the loopback interface. */
export class DynamoDb {
  static async start(): Promise<DynamoDb> {
    const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return new DynamoDb(server);
  }

  readonly client: DynamoDBClient;

  private constructor(private readonly server: ReturnType<typeof dynalite>) {
    this.client = new DynamoDBClient({
      endpoint: this.url, region: 'us-east-2', credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIK7MDENG' },
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What it answers to a request that another endpoint was sent. */
  async answer({ headers }: IncomingMessage, body: string): Promise<{ readonly status: number; readonly result: string }> {
    const { authorization = '', 'x-amz-target': target, 'x-amz-date': date, 'content-type': type = '' } = headers;
    const response = await fetch(this.url, {
      method: 'POST',
      body,
      headers: { authorization, 'x-amz-target': String(target), 'x-amz-date': String(date), 'content-type': type },
    });
    return { status: response.status, result: await response.text() };
  }

  async deleteTable(name: string): Promise<void> {
    await this.client.send(new DeleteTableCommand({ TableName: name }));
  }

  /** A table as the construct declares it. */
  async createTable(name: string): Promise<string> {
    const { partitionKey, index } = TABLE_SHAPE;
    await this.client.send(new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [partitionKey, index.partitionKey, index.sortKey].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [{ AttributeName: partitionKey, KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [{
        IndexName: index.name,
        KeySchema: [{ AttributeName: index.partitionKey, KeyType: 'HASH' }, { AttributeName: index.sortKey, KeyType: 'RANGE' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      }],
    }));
    return name;
  }

  async stop(): Promise<void> {
    this.client.destroy();
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}
