import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What MiniStack's CloudFormation does not know; docs/EMULATED.md lists it for people. */
const UNKNOWN_TYPES: readonly string[] = [
  // Its function looks for a tag of the bucket, which MiniStack takes from no template.
  'Custom::S3AutoDeleteObjects',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::EC2::FlowLog',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::ECS::ClusterCapacityProviderAssociations',
];

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: Json };
  readonly DependsOn?: string | readonly string[];
}

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** Takes out of synthesized stacks what the emulator cannot do, and nothing else. */
export function makeDeployable(folder: string): void {
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.template.json')) rewrite<Template>(join(folder, file), template => withoutContainers(withoutUnknown(template)));
    // Nobody builds images: no container is started.
    if (file.endsWith('.assets.json')) rewrite<object>(join(folder, file), assets => ({ ...assets, dockerImages: {} }));
  }
}

function withoutUnknown({ Resources, ...template }: Template): Template {
  const known = Object.entries(Resources).filter(([, resource]) => !isUnknown(resource));
  const gone = new Set(Object.keys(Resources).filter(id => !known.some(([other]) => other === id)));
  const kept = known.map(([id, { DependsOn = [], ...resource }]) =>
    [id, { ...resource, DependsOn: [DependsOn].flat().filter(other => !gone.has(other)) }]);
  return replaced({ ...template, Resources: Object.fromEntries(kept) } as Json, value => {
    if ('Ref' in value && gone.has(String(value.Ref))) return String(value.Ref);
    const [id, attribute] = [value['Fn::GetAtt'] ?? []].flat().map(String);
    // MiniStack does not tell the range of a VPC.
    return attribute === 'CidrBlock' ? Resources[id].Properties?.CidrBlock : undefined;
  }) as unknown as Template;
}

/** Alarms on expressions are as unknown as the types. */
const isUnknown = ({ Type, Properties }: Resource): boolean =>
  UNKNOWN_TYPES.includes(Type) || Type === 'AWS::CloudWatch::Alarm' && Properties?.Metrics !== undefined;

/** Tasks whose command is `false` would end at once, and the deployment circuit breaker would fail their service: it is refused at that point. */
function withoutContainers(template: Template): Template {
  const ending = Object.entries(template.Resources)
    .filter(([, { Type, Properties }]) => Type === 'AWS::ECS::TaskDefinition' && JSON.stringify(Properties).includes('"Command":["false"]'))
    .map(([id]) => id);
  const refused = 'arn:aws:ecs:eu-west-1:123456789012:task/ends-at-once';
  return replaced(template as unknown as Json, value => 'Ref' in value && ending.includes(String(value.Ref)) ? refused : undefined) as unknown as Template;
}

/** A value in which some objects stand as something else. */
function replaced(value: Json, by: (object: { readonly [key: string]: Json }) => Json | undefined): Json {
  if (Array.isArray(value)) return value.map((inner: Json) => replaced(inner, by));
  if (typeof value !== 'object' || value === null) return value;
  const object = value as { readonly [key: string]: Json };
  return by(object) ?? Object.fromEntries(Object.entries(object).map(([key, inner]) => [key, replaced(inner, by)]));
}

function rewrite<Content>(file: string, change: (content: Content) => Content): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Content)));
}
