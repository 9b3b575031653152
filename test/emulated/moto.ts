import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { MOTO } from './python-environment';

/** An emulator of AWS that this project did not write, on the loopback interface. */
export class Moto {
  static async start(): Promise<Moto> {
    MOTO.requireInstalled();
    // Moto's ECS starts no tasks, it says of each service what it is told here; certificates stay unvalidated.
    const settings = { MOTO_ECS_SERVICE_RUNNING: '1', MOTO_ACM_VALIDATION_WAIT: '86400' };
    const env = { ...process.env, ...settings, AWS_DEFAULT_REGION: 'eu-west-1' };
    const server = spawn(MOTO.python, ['-m', 'moto.server', '--host', '127.0.0.1', '--port', '0'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    return new Moto(server, await addressOf(server));
  }

  private constructor(private readonly server: ChildProcess, readonly url: string) {}

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.server.once('exit', resolve));
    this.server.kill('SIGKILL');
    await ended;
  }
}

/** The server prints where it listens. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    server.once('exit', () => reject(new Error(`moto did not start: ${said.join('\n')}`)));
    createInterface({ input: server.stderr! }).on('line', line => {
      said.push(line);
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
}
