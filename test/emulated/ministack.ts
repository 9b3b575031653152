import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MINISTACK } from './python-environment';
import { ACCOUNT, REGION } from './run-against';

/** An emulator of AWS that this project did not write, into which CloudFormation deploys; on the loopback interface. */
export class MiniStack {
  static async start(): Promise<MiniStack> {
    MINISTACK.requireInstalled();
    const port = await freePort();
    const log: string[] = [];
    const server = spawn(MINISTACK.python, [join(__dirname, 'ministack-with-ecs-events.py')], { env: environmentOf(port), detached: true });
    for (const stream of [server.stdout, server.stderr]) stream.on('data', data => log.push(String(data)));
    const ministack = new MiniStack(server, `http://127.0.0.1:${port}`, log);
    await ministack.isReady();
    return ministack;
  }

  private constructor(private readonly server: ChildProcess, readonly url: string, private readonly said: readonly string[]) {}

  /** What the emulator and the functions in it wrote. */
  get log(): string {
    return this.said.join('');
  }

  async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.pid === undefined) return;
    const ended = new Promise(done => this.server.once('exit', done));
    // With the functions, each of which is a process.
    process.kill(-this.server.pid, 'SIGKILL');
    await ended;
  }

  private async isReady(): Promise<void> {
    while (this.server.exitCode === null) {
      const answer = await fetch(`${this.url}/_ministack/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(100);
    }
    throw new Error(`MiniStack did not start:\n${this.log}`);
  }
}

const environmentOf = (port: number): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: mkdtempSync(join(tmpdir(), 'ministack-')),
  BIND_HOST: '127.0.0.1',
  MINISTACK_HOST: '127.0.0.1',
  GATEWAY_PORT: String(port),
  MINISTACK_REGION: REGION,
  MINISTACK_ACCOUNT_ID: ACCOUNT,
  SFTP_ENABLED: '0',
  IOT_MTLS_ENABLED: '0',
  // Functions run in Node.js, without containers, whether Docker is there or not; the SDK that Lambda brings is that of this project.
  DOCKER_HOST: 'unix:///nonexistent',
  NODE_PATH: resolve('node_modules'),
  NODE_NO_WARNINGS: '1',
});

/** MiniStack has to be told a port. */
const freePort = (): Promise<number> => new Promise(done => {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => done(port));
  });
});
