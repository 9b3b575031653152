import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
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
