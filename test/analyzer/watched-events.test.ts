import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { deploy, matching } from './deployed-rules';
import { service, shop } from './shop';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { StopForwarder } from '../../src/analyzer/stop-forwarder';
import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { DEPLOYMENT_STATES, HOOK_STATES, SERVICE_ACTIONS } from '../diagnosis/ecs-event-table';

/** What no rule has to match, and why: nothing failed, and no incident goes on or ends by it. */
const UNWATCHED = {
  TASKSET_STEADY_STATE: 'the steady state of the service says the same of all its tasks',
  CAPACITY_PROVIDER_STEADY_STATE: 'it is about the capacity, and the service says itself when it is steady',
  SERVICE_DESIRED_COUNT_UPDATED: 'somebody asked for another number of tasks',
  TASKS_STOPPED: 'each of the tasks has its own event, with its reason',
  HOOK_IN_PROGRESS: 'the hook is not done',
  HOOK_SUCCEEDED: 'the deployment goes on',
};

/** What says how incidents go on, though nothing failed. */
const OF_INCIDENTS = ['SERVICE_STEADY_STATE', 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'SERVICE_DEPLOYMENT_COMPLETED'];

const PLACE = 'arn:aws:ecs:eu-central-1:111122223333';

type Event = Readonly<Record<string, unknown>>;
type OfService<Made> = (cluster: string, name: string) => Made;
type NamedEvents = readonly (readonly [name: string, event: OfService<Event>])[];

const eventsOf = (rows: typeof SERVICE_ACTIONS, detailType: string, resource: OfService<string>): NamedEvents =>
  rows.map(([eventName, eventType]) => [eventName, (cluster, name) => ({
    'source': 'aws.ecs', 'detail-type': detailType, 'resources': [`${PLACE}:${resource(cluster, name)}`], 'detail': { eventType, eventName },
  })]);

const serviceArn: OfService<string> = (cluster, name) => `service/${cluster}/${name}`;

const EVENTS = [
  ...eventsOf(SERVICE_ACTIONS, 'ECS Service Action', serviceArn),
  ...eventsOf(DEPLOYMENT_STATES, 'ECS Deployment State Change', serviceArn),
  ...eventsOf(HOOK_STATES, 'ECS Hook State Change', (cluster, name) => `service-deployment/${cluster}/${name}/K2bf7kAe3`),
];

const NAMES = EVENTS.map(([name]) => name);

const isOrdinary = (event: Event): boolean => diagnose(readEvidence(event)[0]).severity === 'benign';

const ORDINARY = EVENTS.filter(([, event]) => isOrdinary(event('shop', 'web'))).map(([name]) => name);

/** The names of the events of a service that some rule of the stack matches. */
function watchedIn(watch: (scope: ReturnType<typeof shop> & { readonly web: ReturnType<typeof service> }) => unknown): readonly string[] {
  const { stack, cluster } = shop();
  watch({ stack, cluster, web: service(stack, 'Web', cluster) });
  const { rules, services: [web] } = deploy(stack);
  return EVENTS.filter(([, event]) => matching(rules, event(web.cluster, web.name)).length > 0).map(([name]) => name);
}

const watchedBy = {
  'of a service': watchedIn(({ web }) => StopAnalyzer.forService(web)),
  'of a cluster': watchedIn(({ stack, cluster }) => new StopAnalyzer(stack, 'StopAnalyzer', { cluster })),
  'of an account': watchedIn(({ stack }) => new StopAnalyzer(stack, 'StopAnalyzer')),
  'that forward events to another account': watchedIn(({ stack }) => new StopForwarder(stack, 'StopForwarder', {
    eventBus: EventBus.fromEventBusArn(new Stack(new App(), 'Other'), 'Bus', 'arn:aws:events:eu-central-1:444455556666:event-bus/stops'),
  })),
};

test.each(Object.entries(watchedBy))('every event that the diagnosis does not call ordinary is matched by the rules %s', (_, watched) => {
  expect(NAMES.filter(name => !ORDINARY.includes(name) && !watched.includes(name))).toEqual([]);
});

test.each(Object.entries(watchedBy))('of ordinary events, only those of incidents are matched by the rules %s', (_, watched) => {
  expect(ORDINARY.filter(name => watched.includes(name))).toEqual(OF_INCIDENTS);
  expect(NAMES.filter(name => !watched.includes(name))).toEqual(Object.keys(UNWATCHED));
});

/** `SERVICE_DEPLOYMENT_STOPPED` is what the reader calls a deployment that describe-service-deployments lists; ECS has no event for it. */
const NO_EVENTS = ['SERVICE_DEPLOYMENT_STOPPED'];

test('every event that a signature knows by its name is among the events that are tried here', () => {
  const folder = resolve('src/diagnosis/signatures');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => readFileSync(join(folder, name), 'utf8'));
  const named = texts.flatMap(text => text.match(/(?<=')(?:SERVICE|HOOK|TASKS|TASKSET|ECS|VPC_LATTICE|CAPACITY_PROVIDER)_[A-Z_]+(?=')/g) ?? []);
  const whole = [...new Set(named)].filter(name => !NAMES.some(one => one.startsWith(`${name}_`)));
  expect(whole.length).toBeGreaterThan(10);
  expect(whole.filter(name => !NAMES.includes(name))).toEqual(NO_EVENTS);
});
