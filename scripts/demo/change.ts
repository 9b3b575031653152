import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { diffTemplate, formatDifferences, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { type Act, expect } from './act';
import { caption, dim, show, yellow } from './stage';
import { cdkSynth, readJson } from './synth';

const APP = join('scripts', 'demo', 'shop', 'plain.ts');
const CHANGED_APP = join('scripts', 'demo', 'shop', 'changed.ts');

/** What a change replaces without anybody noticing: a revision of the task definition, and who may connect to the tasks. */
const REPLACED_UNNOTICED = ['AWS::ECS::TaskDefinition', 'AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress'];

type Template = Parameters<typeof diffTemplate>[0];

/** The third act: two props change, and CloudFormation's own diff says what that does to the deployed service. */
export function change(folder: string): Act {
  const before = cdkSynth(APP, join(folder, 'plain'));
  const after = cdkSynth(CHANGED_APP, join(folder, 'changed'));
  return {
    title: 'Change two props, and nothing that serves requests is replaced',
    play: async () => {
      show(dim(CHANGED_APP), '', ...codeOf(CHANGED_APP));
      const [from, to] = [await before, await after];
      for (const { exitCode, output } of [from, to]) expect(exitCode === 0, `cdk synth passes:\n${output}`);
      const diff = diffTemplate(readJson<Template>(from, 'Shop.template.json'), readJson<Template>(to, 'Shop.template.json'));
      caption('what cdk diff prints');
      show(printed(diff));

      const changes = Object.entries(diff.resources.changes);
      const lost = changes.filter(([, { changeImpact, resourceType }]) => isLoss(changeImpact) && !REPLACED_UNNOTICED.includes(String(resourceType)));
      expect(changes.some(([, { resourceType }]) => resourceType === 'AWS::ECS::Service'), 'the change reaches the service');
      expect(lost.length === 0, `nothing is replaced or deleted but revisions and rules, and not ${lost.map(([id]) => id).join(', ')}`);
      return `${changes.length} resources change. The load balancer, target group, listeners, and service are not replaced.`;
    },
  };
}

const isLoss = (impact: ResourceImpact): boolean =>
  [ResourceImpact.WILL_REPLACE, ResourceImpact.MAY_REPLACE, ResourceImpact.WILL_DESTROY, ResourceImpact.WILL_ORPHAN].includes(impact);

function printed(diff: ReturnType<typeof diffTemplate>): string {
  const stream = new PassThrough();
  formatDifferences(stream, diff);
  return String(stream.read() ?? '').trimEnd();
}

const codeOf = (file: string): readonly string[] => {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.slice(lines.findIndex(line => line.startsWith('//'))).map(line => line.startsWith('//') ? yellow(line) : line);
};
