import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How AWS says that it is asked too often, in JSON and in XML. */
const THROTTLED = {
  json: '{"__type":"ThrottlingException","message":"Rate exceeded"}',
  xml: '<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>',
};

/** Stands before an emulator, on the loopback interface, and throttles as the emulator cannot. */
export class FaultProxy {
  static async start(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await new Promise<void>(resolve => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** How often each operation was throttled. */
  readonly throttled = new Map<string, number>();

  private readonly remaining = new Map<string, number>();
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  private constructor(private readonly target: string) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Throttles the next calls of an operation, such as `DescribeServices`. */
  throttle(operation: string, times: number): void {
    this.remaining.set(operation, times);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const operation = operationOf(request, body);
    const left = this.remaining.get(operation) ?? 0;
    if (left === 0) return forward(this.target, request, body, response);
    this.remaining.set(operation, left - 1);
    this.throttled.set(operation, (this.throttled.get(operation) ?? 0) + 1);
    const isJson = request.headers['x-amz-target'] !== undefined;
    response.writeHead(400, { 'content-type': isJson ? 'application/x-amz-json-1.1' : 'text/xml' }).end(isJson ? THROTTLED.json : THROTTLED.xml);
  }
}

/** JSON protocols name the operation in a header, and query protocols in the form. */
const operationOf = ({ headers }: IncomingMessage, body: Buffer): string =>
  String(headers['x-amz-target'] ?? '').split('.').at(-1) || (new URLSearchParams(body.toString()).get('Action') ?? '');

function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer, response: ServerResponse): void {
  const forwarded = send(new URL(url ?? '/', target), { method, headers }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  forwarded.on('error', error => response.writeHead(502).end(String(error)));
  forwarded.end(body);
}
