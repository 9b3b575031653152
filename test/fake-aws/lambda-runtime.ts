import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MODULES = join(__dirname, '..', '..', 'node_modules');

export interface LambdaFunction {
  /** The folder that is shipped, as the asset of the function. */
  readonly directory: string;
  /** Such as `index.handler`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly succeed: (result: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** A function in AWS's own runtime client, which takes its events from a Runtime API on the loopback interface. */
export class LambdaRuntime {
  /** Loads the function; it is rejected with the function's own error when that fails. */
  static async start(shipped: LambdaFunction): Promise<LambdaRuntime> {
    const runtime = new LambdaRuntime();
    // A connection that is closed while the function asks for its next event ends the function.
    runtime.api.keepAliveTimeout = 0;
    await new Promise<void>(resolve => runtime.api.listen(0, '127.0.0.1', resolve));
    try {
      await runtime.load(shipped);
      return runtime;
    } catch (error) {
      await runtime.stop();
      throw error;
    }
  }

  /** What the function wrote, line by line. */
  readonly log: string[] = [];
  /** From the start of the process until the function asks for its first event. */
  initMilliseconds = NaN;

  private readonly api: Server = createServer((request, response) => void this.answer(request, response));
  private readonly queued: Invocation[] = [];
  private readonly running = new Map<string, Invocation>();
  private idle: ServerResponse | undefined;
  private process: ChildProcess | undefined;
  private ended: Error | undefined;
  private initialized: (error?: Error) => void = () => undefined;

  /** What the handler returns for an event; rejected with what it throws. */
  invoke(event: unknown): Promise<unknown> {
    if (this.ended !== undefined) return Promise.reject(this.ended);
    return new Promise((succeed, fail) => {
      this.queued.push({ id: randomUUID(), event, succeed, fail });
      this.handOut();
    });
  }

  /** The most memory that the process has had at once, as Linux counts it. */
  get peakMegabytes(): number {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.process?.pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  }

  /** The time that the processor has spent on the process so far, as Linux counts it; other work of the machine does not stretch it. */
  get processorMilliseconds(): number {
    const nanoseconds = readdirSync(`/proc/${this.process?.pid}/task`)
      .map(thread => Number(readFileSync(`/proc/${this.process?.pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]));
    return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
  }

  /** Ends the process wherever it is. */
  async kill(): Promise<void> {
    const isRunning = this.process?.exitCode === null && this.process.signalCode === null;
    const ended = new Promise<void>(resolve => isRunning ? this.process?.once('exit', () => resolve()) : resolve());
    this.process?.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    this.api.closeAllConnections();
    await new Promise(resolve => this.api.close(resolve));
  }

  private async load({ directory, handler, environment }: LambdaFunction): Promise<void> {
    const client = join(MODULES, 'aws-lambda-ric', 'bin', 'index.mjs');
    const started = performance.now();
    this.process = spawn(process.execPath, ['--require', join(__dirname, 'rapid-client.cjs'), client, handler], {
      cwd: directory,
      env: {
        PATH: process.env.PATH,
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(this.api.address() as AddressInfo).port}`,
        AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1: 'true',
        AWS_LAMBDA_FUNCTION_NAME: 'function-under-test',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
        LAMBDA_TASK_ROOT: directory,
        // The Node.js of the function is newer than what this warning is about.
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        ...environment,
      },
    });
    for (const stream of [this.process.stdout, this.process.stderr]) createInterface({ input: stream! }).on('line', line => this.log.push(line));
    await new Promise<void>((resolve, reject) => {
      this.initialized = error => error ? reject(error) : resolve();
      this.process!.once('exit', (code, signal) => this.end(new Error(`the function's process ended with ${code ?? signal}:\n${this.log.join('\n')}`)));
    });
    this.initMilliseconds = performance.now() - started;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , , kind, id = '', ending] = new URL(request.url!, 'http://runtime').pathname.split('/');
    if (id === 'next') {
      this.idle = response;
      this.initialized();
      this.handOut();
      return;
    }
    const body = await textOf(request);
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
    if (kind === 'init') this.initialized(errorOf(body));
    else this.settle(id, ending, body);
  }

  private handOut(): void {
    if (!this.idle || this.queued.length === 0) return;
    const invocation = this.queued.shift()!;
    this.running.set(invocation.id, invocation);
    this.idle.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': String(Date.now() + 30_000),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-2:111122223333:function:function-under-test',
    }).end(JSON.stringify(invocation.event));
    this.idle = undefined;
  }

  private settle(id: string, ending: string | undefined, body: string): void {
    const invocation = this.running.get(id);
    this.running.delete(id);
    if (ending === 'response') invocation?.succeed(JSON.parse(body));
    else invocation?.fail(errorOf(body));
  }

  private end(error: Error): void {
    this.ended = error;
    this.initialized(error);
    for (const { fail } of [...this.running.values(), ...this.queued]) fail(error);
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function errorOf(body: string): Error {
  const { errorType, errorMessage } = JSON.parse(body) as { readonly errorType?: string; readonly errorMessage?: string };
  return new Error(`${errorType}: ${errorMessage}`);
}
