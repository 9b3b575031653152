import { judge, printedIn } from './judge';
import { file, hardenedFargate } from './run-cli';

/** A task whose size its deployment decides. */
const sized = (cpu: object): string => file('sized.json', {
  Parameters: { Cpu: { Type: 'Number', ...cpu }, Zones: { Type: 'CommaDelimitedList' } },
  Resources: {
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { RequiresCompatibilities: ['FARGATE'], Cpu: { Ref: 'Cpu' }, Memory: '512', ContainerDefinitions: [] } },
  },
});

const sizes = (options: readonly string[], cpu: object = { Default: 256 }) =>
  printedIn([sized(cpu)], ...options).findings.filter(({ rule }) => rule === 'fargate-task-size');

test('templates are judged with the values of --parameter', () => {
  expect(sizes(['--parameter', 'Cpu=300', 'Zones=a,b'])).toMatchObject([{ level: 'error', when: null }]);
  expect(sizes(['--parameter', 'Cpu=256'], { Default: 300 })).toEqual([]);
});

test.each<[string, unknown]>([
  ['CloudFormation', [{ ParameterKey: 'Cpu', ParameterValue: '300' }, { ParameterKey: 'Zones', UsePreviousValue: true }]],
  ['CodePipeline', { Parameters: { Cpu: '300', Zones: ['a', 'b'] }, Tags: { Team: 'shop' } }],
  ['names and values', { Cpu: 300 }],
  ['aws cloudformation deploy', ['Cpu=300']],
  ['YAML', 'Parameters:\n  Cpu: 300\n'],
])('a file of parameters may be in the form of %s', (_form, content) => {
  expect(sizes(['--parameters', file('parameters.json', content)])).toMatchObject([{ level: 'error', when: null }]);
});

test('--parameter comes before a file', () => {
  expect(sizes(['--parameters', file('parameters.json', { Cpu: 300 }), '--parameter', 'Cpu=256'])).toEqual([]);
});

test('what is found with a default only is a warning that names the parameter', () => {
  expect(sizes([], { Default: 300 })).toMatchObject([{ level: 'warning', when: "with the default of parameter 'Cpu'" }]);
  expect(judge([sized({ Default: 300 })]).stdout).toMatch(/\(with\s+the default of parameter 'Cpu'\)\./);
});

test.each<[string, readonly string[], string]>([
  ['a name that no template declares', ['--parameter', 'Cpus=300'], 'parameter Cpus: no template declares it\n'],
  ['a value that is not allowed', ['--parameter', 'Cpu=1'], "parameter Cpu: '1' is not an allowed value; allowed are 256, 512\n"],
  ['a file that is not there', ['--parameters', 'nowhere.json'], 'nowhere.json: no such file; check its name and its folder\n'],
  ['a file of something else', ['--parameters', file('list.json', [1])],
    'list.json: not a file of parameters: it must be a list of ParameterKey and ParameterValue, a list of Name=Value, or an object with Parameters\n'],
])('%s is told, and the exit code says so', (_what, options, stderr) => {
  expect(judge([sized({ AllowedValues: [256, 512] })], ...options)).toMatchObject({ status: 2, stderr });
});

test('an assignment without a value is refused', () => {
  expect(judge([sized({})], '--parameter', 'Cpu')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^error: --parameter 'Cpu' is not Name=Value/) });
});

test('facts are printed with the values, too, and a default is not taken for known', () => {
  const cpu = (...options: readonly string[]) => JSON.parse(hardenedFargate(['facts', '--template', sized({ Default: 256 }), ...options]).stdout)[0].facts.cpu;
  expect([cpu(), cpu('--parameter', 'Cpu=1024')]).toEqual(['<unknown>', 1024]);
});

test('a service whose launch type has a default is judged, and the summary counts it', () => {
  const service = file('service.json', {
    Parameters: { LaunchType: { Type: 'String', Default: 'FARGATE' } },
    Resources: { Web: { Type: 'AWS::ECS::Service', Properties: { LaunchType: { Ref: 'LaunchType' }, DesiredCount: 1 } } },
  });
  expect(judge([service])).toMatchObject({ status: 0, stdout: expect.stringContaining('in 1 service.') });
  const { findings, notes } = printedIn([service]);
  expect(notes).toMatchObject([{ rule: 'not-on-fargate', seen: "checked only with the default of parameter 'LaunchType'" }]);
  expect(findings).toEqual(expect.arrayContaining([
    expect.objectContaining({ rule: 'spare-task', level: 'warning', when: "with the default of parameter 'LaunchType'" }),
  ]));
});
