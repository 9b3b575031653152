import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Act, expect } from './act';
import { caption, cyan, dim, show, wrap } from './stage';
import { cdkSynth } from './synth';
import { constructId, countsOf, ofType, type Resource, resourcesOf, text } from './template';

const APP = join('examples', 'web-service', 'app.ts');
const CODE = join('examples', 'web-service', 'web-service.ts');

/** The first act: a few lines of a user's own, and what they make. */
export function declare(folder: string): Act {
  const synthesis = cdkSynth(APP, join(folder, 'web-service'));
  return {
    title: 'Declare a web service',
    play: async () => {
      const lines = declaration();
      show(dim(CODE), '', ...lines);
      const made = await synthesis;
      expect(made.exitCode === 0, `cdk synth of ${APP} passes:\n${made.output}`);
      const resources = resourcesOf(made);
      caption(`cdk synth exits with 0, and the template contains ${resources.length} resources`);
      for (const [name, parts] of Object.entries(whatWasMade(resources))) {
        expect(parts.length > 0, `the service has ${name}`);
        const [first, ...rest] = parts.flatMap(part => wrap(part, 78));
        show(`${cyan(name.padEnd(12))}${first}`, ...rest.map(line => `${' '.repeat(12)}${line}`));
      }
      return `${resources.length} resources from ${lines.length} lines of code, and no findings.`;
    },
  };
}

/** What the user writes: the statement that declares the service. */
function declaration(): readonly string[] {
  const lines = readFileSync(CODE, 'utf8').split('\n');
  const first = lines.findIndex(line => line.includes('new HardenedFargateService('));
  const indent = lines[first].search(/\S/);
  const last = lines.findIndex((line, index) => index > first && line.search(/\S/) === indent);
  return lines.slice(first, last + 1).map(line => line.slice(indent));
}

const whatWasMade = (resources: readonly Resource[]): Readonly<Record<string, readonly string[]>> => ({
  'network': [`${ofType(resources, 'AWS::EC2::Subnet').length} subnets, ${ofType(resources, 'AWS::EC2::NatGateway').length} NAT gateways`],
  'endpoints': [ofType(resources, 'AWS::EC2::VPCEndpoint').map(({ Properties }) => nameOf(Properties?.ServiceName)).join(', ')],
  'roles': ofType(resources, 'AWS::IAM::Role').flatMap(descriptionOf),
  'alarms': [ofType(resources, 'AWS::CloudWatch::Alarm').map(constructId).join(', ')],
  'analyzer': [...ofType(resources, 'AWS::Lambda::Function').filter(isOfAnalyzer).flatMap(descriptionOf), inNumbers(resources.filter(isOfAnalyzer))],
  'in all': [inNumbers(resources)],
});

/** The end of the name of an AWS service, which differs between partitions for some: the last one is the usual one. */
const nameOf = (serviceName: unknown): string => JSON.stringify(serviceName).match(/[a-z][a-z0-9.-]*(?="[\]}]*$)/)?.[0].replace(/^\./, '') ?? '';

const descriptionOf = ({ Properties }: Resource): readonly string[] => Properties?.Description ? [text(Properties.Description)] : [];

const isOfAnalyzer = ({ Metadata }: Resource): boolean => /StopAnalyzer\w*\//.test(Metadata?.['aws:cdk:path'] ?? '');

/** The types that occur most, by name, and how many others there are. */
function inNumbers(resources: readonly Resource[]): string {
  const counts = countsOf(resources);
  const several = counts.filter(([, count]) => count > 1).map(([type, count]) => `${count} ${type.replace(/^AWS::/, '')}`.replace(' ', NO_BREAK));
  const once = counts.length - several.length;
  return [...several, ...once > 0 ? [`and ${once} types once each`] : []].join(', ');
}

const NO_BREAK = '\u00a0';
