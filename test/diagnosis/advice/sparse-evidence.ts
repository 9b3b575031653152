import { diagnose } from '../../../src/diagnosis/diagnose';
import type { Sighting } from '../../../src/diagnosis/model/signature';
import type { Evidence } from '../../../src/evidence/model/evidence';
import { evidenceOfSighting } from '../sighting';

const TASK = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986';
const SETTINGS = { essential: true, ports: [], logGroup: '/ecs/app', logStreamPrefix: 'app' };

/** What else is known of the stop: nothing, and each part without the parts that go with it. */
const SPARSE: readonly (readonly [what: string, around: (evidence: Evidence) => Evidence])[] = [
  ['nothing', evidence => evidence],
  ['the Region', evidence => ({ ...evidence, region: 'eu-west-1' })],
  ['the service without its cluster', evidence => ({ ...evidence, region: 'eu-west-1', service: 'checkout' })],
  ['the cluster without its service', evidence => ({ ...evidence, region: 'eu-west-1', cluster: 'shop' })],
  ['the task without its cluster', evidence => ({ ...evidence, region: 'eu-west-1', task: { ...evidence.task, taskArn: TASK } })],
  ['a task definition without roles and log', evidence => ({
    ...evidence, region: 'eu-west-1', cluster: 'shop', taskDefinition: { containers: [{ name: 'app', essential: true, ports: [] }] },
  })],
  ['a task definition whose log has no stream prefix', evidence => ({
    ...evidence,
    region: 'eu-west-1',
    task: { ...evidence.task, taskArn: TASK },
    taskDefinition: { containers: [{ name: 'app', ...SETTINGS, logStreamPrefix: undefined }] },
  })],
  ['an attachment without details', evidence => ({
    ...evidence, task: { ...evidence.task, attachments: [{ type: 'ElasticNetworkInterface', details: {} }] },
  })],
  ...['null', 'undefined', 'None', ''].map(none => [`names that were written as ${JSON.stringify(none)}`, (evidence: Evidence): Evidence => ({
    ...evidence,
    region: 'eu-west-1',
    cluster: none,
    service: none,
    task: {
      ...evidence.task,
      taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/shop/${none}`,
      taskDefinitionArn: none,
      containers: evidence.task.containers.map(container => ({ ...container, name: none, image: none })),
      attachments: [{ type: 'ElasticNetworkInterface', details: { subnetId: none, networkInterfaceId: none, privateIPv4Address: none } }],
    },
    taskDefinition: {
      executionRoleArn: none,
      taskRoleArn: none,
      containers: [{ name: none, ...SETTINGS, logGroup: none, logStreamPrefix: none }],
    },
    targetGroup: { arn: none, path: none, targets: [] },
  })] as const),
];

/** A part of a command or of an address where a name is missing: a word for none, nothing between slashes, colons or quotes. */
const NO_NAME = /(?<![\w-])(?:null|undefined|None|NaN|\[object)(?![\w-])|(?<!:)\/\/|''|""|[=/:]$|[=/](?=\s)|\/(?=\?)|(?<!https?):\/\/|::/;

/** Where nothing may stand: a device, and the end of an ARN's head. */
const ALLOWED = /<\/dev\/null|arn:aws:s3:::|docker:\/\//g;

/** Holds that no command and no address that is printed for these sightings has an empty part, whatever little else is known. */
export function expectWholeCommands(sightings: readonly Sighting[]): void {
  test.each(SPARSE)('where %s is known besides', (_, around) => {
    const printed = sightings.flatMap(sighting => diagnose(around(evidenceOfSighting(sighting))).actions.flatMap(({ commands }) => commands));
    expect(printed.length).toBeGreaterThan(100);
    expect([...new Set(printed)].filter(command => NO_NAME.test(command.replace(ALLOWED, '')))).toEqual([]);
  });
}
