import { SIGNATURES } from '../../../src/diagnosis/catalogue';
import { diagnose } from '../../../src/diagnosis/diagnose';
import type { Evidence } from '../../../src/evidence/model/evidence';
import { evidenceOfSighting } from '../sighting';

/** Every sighting of every signature with everything around it named. */
export const named = (name: (usual: string) => string): readonly Evidence[] => SIGNATURES.flatMap(({ seenIn }) => seenIn).map(sighting => {
  const evidence = evidenceOfSighting(sighting);
  const containers = evidence.task.containers.length > 0 ? evidence.task.containers : [{}];
  return {
    ...evidence,
    region: 'eu-west-1',
    cluster: name('shop'),
    service: name('checkout'),
    task: {
      ...evidence.task,
      group: 'service:checkout',
      taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/shop/${name('c50e321c974248dbaf4ae2cfa1662986')}`,
      taskDefinitionArn: `arn:aws:ecs:eu-west-1:111122223333:task-definition/${name('checkout')}:7`,
      cpu: '512',
      memory: '1024',
      stoppedAt: '2026-11-02T03:30:00.000Z',
      containers: containers.map(container => ({
        name: name('app'), image: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/${name('web')}:1`, ...container,
      })),
      attachments: [{
        type: 'ElasticNetworkInterface',
        details: { subnetId: name('subnet-0a'), networkInterfaceId: name('eni-0a'), privateIPv4Address: name('10.0.0.5') },
      }],
    },
    ...evidence.change && { change: { ...evidence.change, deploymentId: name('arn:aws:ecs:1'), hookId: name('hook-1') } },
    taskDefinition: {
      executionRoleArn: `arn:aws:iam::111122223333:role/${name('execution')}`,
      taskRoleArn: `arn:aws:iam::111122223333:role/${name('app')}`,
      containers: [{ name: name('app'), essential: true, ports: [8080], logGroup: name('/ecs/app'), logStreamPrefix: name('app') }],
    },
    targetGroup: { arn: name('arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/x/1'), port: 8080, path: name('/health'), targets: [] },
  };
});

/** Every command that is printed for it, with and without its log. */
export const commandsFor = (evidence: Evidence): readonly string[] => [
  ...diagnose(evidence).actions.flatMap(({ commands }) => commands),
  ...diagnose({ ...evidence, logTail: [], taskDefinition: undefined }).actions.flatMap(({ commands }) => commands),
].filter(command => !command.startsWith('https://'));
