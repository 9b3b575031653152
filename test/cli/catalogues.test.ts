import { hardenedFargate } from './run-cli';
import { version } from '../../package.json';
import { CAUSES } from '../../src/causes/catalogue';
import { CATALOGUE } from '../../src/guardrails/catalogue';

const idsOf = (json: string): string[] => JSON.parse(json).map(({ id }: { id: string }) => id);

describe.each([
  ['guardrails', CATALOGUE.map(({ id }) => id)],
  ['causes', CAUSES.map(({ id }) => id)],
  ['defenses', CAUSES.map(({ id }) => id)],
])('%s', (command, ids) => {
  test.each([['--format', 'json'], ['--json']])('are printed for programs with %s, all of them, in the order of the catalog', (...options) => {
    expect(idsOf(hardenedFargate([command, ...options]).stdout)).toEqual(ids);
  });

  test.each(['table', 'markdown'])('are printed as %s, all of them', format => {
    const { status, stdout } = hardenedFargate([command, '--format', format]);
    expect(status).toBe(0);
    expect(ids.filter(id => !stdout.includes(id))).toEqual([]);
  });

  test('fit a page of 120 columns by default', () => {
    const { stdout } = hardenedFargate([command]);
    expect(stdout.split('\n').filter(line => line.length > 120)).toEqual([]);
  });
});

test('defenses go by their British name, too', () => {
  expect(hardenedFargate(['defences']).stdout).toBe(hardenedFargate(['defenses']).stdout);
});

describe('the command line', () => {
  test('says its version', () => {
    expect(hardenedFargate(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('explains itself with examples', () => {
    const { status, stdout } = hardenedFargate(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('$ hardened-fargate diagnose');
  });

  test.each([[['diagnose', '--jsn']], [['guardrails', '--format', 'xml']], [['explode']], [['diagnose', '--json', '--markdown']]])('%j is refused as the user\'s slip', args => {
    expect(hardenedFargate(args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^error: /) });
  });
});
