import { App, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import { type Remaining, REMAINING } from './remaining-rules';
import { HardenedFargateService, LoadBalancing, StopAnalyzer } from '../../src/index';

/** What the rules of other tools find in a hardened service, acknowledged or not, as a document. */
export const otherRulesAsMarkdown = (): string => `# Rules of other tools

This page lists what cdk-nag (the packs AwsSolutions and Serverless) and the proactive controls of AWS Control Tower find in the resources of this library. Tests check every example in one stack, in two stacks, in nested stacks, and in a stage. The tests run with the feature flags of \`cdk init\` and without flags, and find nothing beyond these two tables. The template validation of the CDK finds nothing. cfn-lint has two findings: W3005 reports a redundant dependency of the CDK, and W6001 reports the output \`RunCommand\` of a task with subnets in another stack.

A part is named by its path below the service, or below its \`stopAnalyzer\`.

## Acknowledged

The library acknowledges these findings at the part that they are about, so they are not reported. Findings of resources that you add are still reported.

| rule | part | because |
|---|---|---|
${acknowledged().map(row => `| ${row.join(' | ')} |`).join('\n')}

## Not acknowledged

Control Tower rejects a deployment whatever an app acknowledges. If your organization has enabled one of these controls, the last column describes how to comply.

| control | part | because | to comply |
|---|---|---|---|
${REMAINING.map(inTable).join('\n')}
`;

const inTable = ({ control, parts, because, comply }: Remaining): string =>
  `| ${control} | ${parts.map(part => `\`${part}\``).join(', ')} | ${because} | ${comply} |`;

type Row = readonly [rule: string, part: string, because: string];

/** The acknowledgments that a public service and an internal one bring along. */
function acknowledged(): readonly Row[] {
  const stack = new Stack(new App(), 'Shop');
  const image = ContainerImage.fromRegistry('111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop:1.2.3');
  const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-central-1:111122223333:certificate/shop');
  const loadBalancing = LoadBalancing.publicHttps({ certificate });
  const { cluster } = new HardenedFargateService(stack, 'Web', { image, containerPort: 8080, loadBalancing });
  new HardenedFargateService(stack, 'Api', { image, cluster, containerPort: 8080, loadBalancing: LoadBalancing.internal() });
  const rows = stack.node.findAll().flatMap(construct =>
    acknowledgementsAt(construct).map(([id, because]): Row => [`\`${id}\``, `\`${partOf(construct)}\``, because]));
  const texts = new Set(rows.map(row => JSON.stringify(row)));
  return [...texts].map(text => JSON.parse(text) as Row).sort(([one], [other]) => one < other ? -1 : one > other ? 1 : 0);
}

/** The CDK acknowledges some of its own rules, too. */
const acknowledgementsAt = ({ node }: IConstruct): readonly (readonly [id: string, reason: string])[] => node.metadata
  .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
  .flatMap(({ data }) => Object.entries<string>(data))
  .map(([id, reason]) => [id.replace('Annotation::', ''), reason] as const)
  .filter(([id]) => /^(AwsSolutions|Serverless)-/.test(id));

function partOf({ node }: IConstruct): string {
  const owner = node.scopes.find(scope => scope instanceof HardenedFargateService || scope instanceof StopAnalyzer);
  const part = node.path.slice((owner ?? node.scopes[1]).node.path.length + 1).replace(/\/Resource$/, '');
  return owner instanceof StopAnalyzer ? `stopAnalyzer/${part}` : part;
}
