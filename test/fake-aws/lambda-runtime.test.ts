import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LambdaRuntime } from './lambda-runtime';

const started: LambdaRuntime[] = [];

afterEach(() => Promise.all(started.splice(0).map(runtime => runtime.stop())));

async function running(code: string): Promise<LambdaRuntime> {
  const directory = mkdtempSync(join(tmpdir(), 'function-'));
  writeFileSync(join(directory, 'index.js'), code);
  const runtime = await LambdaRuntime.start({ directory, handler: 'index.handler', environment: { GREETING: 'hello' } });
  started.push(runtime);
  return runtime;
}

test('a handler gets its events in order and answers each', async () => {
  const runtime = await running('exports.handler = async ({ name }) => process.env.GREETING + " " + name;');
  expect(await Promise.all(['Ada', 'Grace'].map(name => runtime.invoke({ name })))).toEqual(['hello Ada', 'hello Grace']);
  expect(runtime.initMilliseconds).toBeGreaterThan(0);
});

test('what a handler throws comes back, and the next event is answered', async () => {
  const runtime = await running('exports.handler = async ({ bad }) => { if (bad) throw new RangeError("too far"); return "fine"; };');
  await expect(runtime.invoke({ bad: true })).rejects.toThrow('RangeError: too far');
  expect(await runtime.invoke({})).toBe('fine');
});

test('a function that cannot be loaded says why', async () => {
  await expect(running('throw new Error("no settings");')).rejects.toThrow('no settings');
});

test('a function that is killed fails its event and every later one, and can be stopped', async () => {
  const runtime = await running('exports.handler = () => process.kill(process.pid, "SIGKILL");');
  await expect(runtime.invoke({})).rejects.toThrow("the function's process ended with SIGKILL");
  await expect(runtime.invoke({})).rejects.toThrow("the function's process ended with SIGKILL");
  await runtime.stop();
});
