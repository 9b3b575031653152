import * as fc from 'fast-check';
import { fuzz } from '../fuzz';
import { sampleEvent, SAMPLES } from './sample-events';
import { faultsOf } from './valid';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Evidence } from '../../src/evidence/model/evidence';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { UnreadableEvidence } from '../../src/evidence/read/unreadable-evidence';
import { renderChat } from '../../src/report/render-chat';
import { renderMarkdown } from '../../src/report/render-markdown';
import { renderText } from '../../src/report/render-text';

const RUNS = 40;

const STOP_CODES = ['TaskFailedToStart', 'EssentialContainerExited', 'ServiceSchedulerInitiated', 'SpotInterruption', 'UserInitiated'];

/** Every text that a signature claims to know: the fuel of the mutations. */
const KNOWN = SIGNATURES.flatMap(({ seenIn }) => seenIn.flatMap(({ stoppedReason, containerReason, serviceEvent, log }) =>
  [stoppedReason, containerReason, serviceEvent, ...log ?? []].flatMap(text => text ?? [])));

const mutated = fc.tuple(fc.constantFrom('Essential container in task exited', ...KNOWN), fc.nat(), fc.nat(), fc.string({ maxLength: 8 }))
  .map(([text, from, length, patch]) => text.slice(0, from % (text.length + 1)) + patch + text.slice(from % (text.length + 1) + length % 40));
const words = fc.oneof(fc.constantFrom('', ...KNOWN), mutated, fc.string({ unit: 'binary', maxLength: 60 }));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const exitCode = optional(fc.oneof(fc.constantFrom(0, 1, 127, 134, 137, 139, 143), fc.integer()));

const container = fc.record({
  name: optional(fc.oneof(fc.constantFrom('app', 'envoy', 'aws-guardduty-agent-x'), words)),
  image: optional(fc.oneof(fc.constantFrom('111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1', 'nginx'), words)),
  essential: optional(fc.boolean()),
  exitCode,
  reason: optional(words),
  healthStatus: optional(fc.constantFrom('HEALTHY', 'UNHEALTHY', 'UNKNOWN')),
});

const attachment = fc.record({
  type: words,
  status: words,
  statusReason: words,
  details: fc.array(fc.record({ name: words, value: words }), { maxLength: 2 }),
});

const number = optional(fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.double(), words));
const time = fc.oneof(fc.integer({ min: 1_700_000_000, max: 1_700_004_000 }), fc.double(), words);

const target = fc.record({
  Target: fc.record({ Id: words, Port: number }),
  TargetHealth: fc.record({
    State: words,
    Reason: fc.oneof(fc.constantFrom('Target.Timeout', 'Target.ResponseCodeMismatch', 'Target.FailedHealthChecks', 'Elb.InternalError'), words),
    Description: fc.oneof(fc.constantFrom('Health checks failed with these codes: [404]', '[301]'), words),
  }),
});

const targetGroup = fc.record({
  Protocol: optional(fc.oneof(fc.constantFrom('HTTP', 'HTTPS', 'TCP'), words)),
  Port: number,
  HealthCheckPort: number,
  HealthCheckPath: optional(words),
  HealthCheckIntervalSeconds: number,
  UnhealthyThresholdCount: number,
  Matcher: optional(fc.record({ HttpCode: words })),
  targetHealth: fc.array(target, { maxLength: 3 }),
});

const service = fc.record({
  serviceName: optional(words),
  healthCheckGracePeriodSeconds: number,
  loadBalancers: fc.array(fc.record({ targetGroupArn: words, containerPort: number }), { maxLength: 1 }),
  events: fc.array(fc.record({ message: words }), { maxLength: 2 }),
});

const metrics = fc.array(fc.record({ timestamp: time, maximum: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double()) }), { maxLength: 8 });

const taskDefinition = fc.record({
  taskDefinitionArn: optional(words),
  family: optional(words),
  revision: number,
  cpu: number,
  memory: number,
  taskRoleArn: optional(words),
  containerDefinitions: fc.array(fc.record({
    name: optional(fc.oneof(fc.constantFrom('app', 'envoy'), words)),
    image: optional(words),
    essential: optional(fc.boolean()),
    memory: number,
    command: optional(fc.array(words, { maxLength: 3 })),
    environment: fc.array(fc.record({ name: words, value: words }), { maxLength: 2 }),
    portMappings: fc.array(fc.record({ containerPort: number }), { maxLength: 2 }),
    healthCheck: optional(fc.record({ command: fc.array(words, { maxLength: 2 }), interval: number })),
    logConfiguration: optional(fc.record({ logDriver: fc.constantFrom('awslogs', 'splunk'), options: fc.record({ 'awslogs-group': words, 'awslogs-stream-prefix': words }) })),
  }), { maxLength: 3 }),
});

const surroundings = fc.record({
  targetGroup,
  service: fc.oneof(service, words),
  metrics,
  taskDefinitions: fc.record({ current: optional(taskDefinition), previous: optional(taskDefinition) }),
}, { requiredKeys: [] });

const stop = fc.record({
  task: fc.record({
    group: optional(fc.oneof(fc.constantFrom('service:shop', 'family:job'), words)),
    stopCode: optional(fc.oneof(fc.constantFrom(...STOP_CODES), words)),
    stoppedReason: optional(words),
    containers: fc.array(container, { maxLength: 4 }),
    createdAt: optional(fc.oneof(fc.double(), words)),
    startedAt: optional(fc.oneof(fc.double(), words)),
    stoppedAt: optional(fc.oneof(fc.double(), words)),
    attachments: fc.array(attachment, { maxLength: 2 }),
  }),
  serviceEvents: fc.array(words, { maxLength: 3 }),
  logTail: fc.array(words, { maxLength: 6 }),
  acknowledged: fc.dictionary(words, words, { maxKeys: 2 }),
});

const deployment = fc.record({
  deployment: fc.record({ rolloutState: fc.constantFrom('FAILED', 'COMPLETED', 'IN_PROGRESS'), rolloutStateReason: optional(words) }),
  failedTasks: fc.array(stop, { maxLength: 4 }),
});

const bundle = fc.tuple(fc.oneof({ weight: 4, arbitrary: stop }, { weight: 1, arbitrary: deployment }), surroundings)
  .map(([given, around]): object => ({ ...given, ...around }));

/** Reads what a stranger sent; what cannot be read is refused in the one way that callers know. */
function read(input: unknown): readonly Evidence[] {
  try {
    return readEvidence(input);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableEvidence);
    return [];
  }
}

test('whatever JSON comes in, it is diagnosed or refused with its place', () => {
  fuzz(fc.property(fc.jsonValue(), json => {
    for (const evidence of read(json)) expect(faultsOf(diagnose(evidence))).toEqual([]);
  }), RUNS);
});

test('a real event with any field replaced by anything is diagnosed or refused with its place', () => {
  const events = SAMPLES.map(sampleEvent);
  fuzz(fc.property(fc.constantFrom(...events), fc.nat(), fc.jsonValue(), (event, field, value) => {
    const names = Object.keys(event.detail);
    const detail = { ...event.detail, [names[field % names.length]]: value };
    for (const evidence of read({ ...event, detail })) expect(faultsOf(diagnose(evidence))).toEqual([]);
  }), RUNS);
});

test('every diagnosis obeys the schema and can be shown everywhere', () => {
  fuzz(fc.property(bundle, input => {
    for (const evidence of read(input)) {
      const diagnosis = diagnose(evidence);
      expect(faultsOf(diagnosis)).toEqual([]);
      expect(renderText(diagnosis, { colour: false })).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
      expect(renderMarkdown(diagnosis)).toContain('###');
      expect(renderChat(diagnosis).content.description.length).toBeLessThanOrEqual(2500);
    }
  }), RUNS);
});

test('what surrounds a stop may be any JSON', () => {
  const fields = fc.constantFrom('targetGroup', 'service', 'metrics', 'taskDefinitions', 'deployment', 'failedTasks', 'tasks', 'event', 'task');
  fuzz(fc.property(stop, fields, fc.jsonValue(), (given, field, value) => {
    for (const evidence of read({ ...given, [field]: value })) expect(faultsOf(diagnose(evidence))).toEqual([]);
  }), RUNS);
});

test('no value of a variable gets into a diagnosis', () => {
  fuzz(fc.property(bundle, fc.constantFrom('a', 'b'), (input, before) => {
    const definition = (value: string) => ({ containerDefinitions: [{ name: 'app', environment: [{ name: 'MODE', value }] }] });
    for (const evidence of read({ ...input, taskDefinitions: { current: definition('zq-later-zq'), previous: definition(`zq-${before}-zq`) } })) {
      expect(JSON.stringify(diagnose(evidence))).not.toMatch(/zq-/);
    }
  }), 500);
});

test('the order of containers and the repetition of log lines change nothing', () => {
  fuzz(fc.property(bundle, input => {
    const [evidence] = read(input);
    if (!evidence) return;
    const { task, targetGroup: group, memoryUse, failedTasks } = evidence;
    const shuffled: Evidence = {
      ...evidence,
      ...group && { targetGroup: { ...group, targets: [...group.targets].reverse() } },
      ...memoryUse && { memoryUse: [...memoryUse].reverse() },
      ...failedTasks && { failedTasks: [...failedTasks].reverse() },
      task: { ...task, containers: [...task.containers].reverse(), attachments: [...task.attachments].reverse() },
      logTail: [...evidence.logTail, ...evidence.logTail],
    };
    expect(diagnose(shuffled)).toEqual(diagnose(evidence));
  }), RUNS);
});
