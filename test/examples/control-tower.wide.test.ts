import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { IPolicyValidationPlugin, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { type Finding, foundBy, type Tool } from './findings';
import { EXAMPLES, FORMS, VARIANTS_OF_TEMPLATES } from './forms';
import { HardenedFargateService, LoadBalancing } from '../../src/index';
import { CDK_INIT_FLAGS } from '../guardrails/cdk-init-flags';
import { certificateIn } from '../service/declare';

const DOCUMENT = readFileSync(join(__dirname, '..', '..', 'docs', 'OTHER-RULES.md'), 'utf8');

interface CfnGuardValidatorProps {
  readonly controlTowerRulesEnabled: boolean;
  readonly rules: readonly string[];
}

/** Known by its interface, because nothing else needs the package. */
const { CfnGuardValidator } = createRequire(__filename)('@cdklabs/cdk-validator-cfnguard') as {
  readonly CfnGuardValidator: new (props: CfnGuardValidatorProps) => IPolicyValidationPlugin;
};

const PACKAGE = dirname(createRequire(__filename).resolve('@cdklabs/cdk-validator-cfnguard/package.json'));
const RULES = join(PACKAGE, 'rules', 'control-tower', 'cfn-guard');

/** The files of rules, each with what is written in it. */
const RULE_FILES = (readdirSync(RULES, { recursive: true }) as string[]).map(name => join(RULES, name))
  .filter(file => statSync(file).isFile()).map(file => [file, readFileSync(file, 'utf8')] as const);

const CONTROL_TOWER: readonly Tool[] = [() => controlTower];

/** The CDK names no templates of nested stacks to a validator, but Control Tower judges them when they are deployed. */
const controlTower: IPolicyValidationPlugin = {
  name: 'Control Tower',
  validate: ({ templatePaths, ...others }) => {
    const folders = [...new Set(templatePaths.map(path => dirname(path)))];
    const nested = folders.flatMap(folder => readdirSync(folder).filter(name => name.endsWith('.nested.template.json')).map(name => join(folder, name)));
    const all = [...templatePaths, ...nested];
    const validator = new CfnGuardValidator({ controlTowerRulesEnabled: false, rules: rulesFor(all) });
    return validator.validate({ ...others, templatePaths: all });
  },
};

/** The rules that name a type of resource in the templates; the other ones would take two thirds of the time and find nothing. */
function rulesFor(templates: readonly string[]): readonly string[] {
  const resources = templates.flatMap(path => Object.values((JSON.parse(readFileSync(path, 'utf8')) as { readonly Resources: Readonly<Record<string, { readonly Type: string }>> }).Resources));
  const types = [...new Set(resources.map(({ Type }) => Type))];
  return RULE_FILES.filter(([, text]) => types.some(type => text.includes(type))).map(([file]) => file);
}

/** The rows of the second table: a control, and the parts that it is found at. */
const DOCUMENTED = [...DOCUMENT.matchAll(/^\| (CT\.[\w.]+) \| ([^|]+) \|/gm)]
  .flatMap(([, control, parts]) => [...parts.matchAll(/`([^`]+)`/g)].map(([, part]): Finding => `${control} at ${part}`));

/** A control judges one resource, whichever of two stacks holds it; nested stacks add resources of their own. */
const JUDGED = VARIANTS_OF_TEMPLATES.filter(({ form }) => form !== FORMS['two stacks']);

test.each(JUDGED)('the document names every control of Control Tower that is found in an example in $variant, and the parts that it is found at', ({ form, flags }) => {
  const found = new Set(Object.values(EXAMPLES).flatMap(example => foundBy(CONTROL_TOWER, example, form, flags)));
  // Without flags, the CDK writes less into a template.
  expect([...found].sort()).toEqual(DOCUMENTED.filter(finding => flags === CDK_INIT_FLAGS || found.has(finding)).sort());
});

test('who follows the document complies', () => {
  const complying = (stack: Stack) => {
    const service = new HardenedFargateService(stack, 'Api', {
      image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Images', 'shop'), '1.2.3'),
      user: '65532:65532',
      containerPort: 8080,
      loadBalancing: LoadBalancing.internal({ certificate: certificateIn(stack) }),
      logRetention: logs.RetentionDays.ONE_YEAR,
      logEncryptionKey: new kms.Key(stack, 'LogKey', { enableKeyRotation: true }),
      alarms: { rollback: false },
    });
    service.alarms.forEach(alarm => alarm.addAlarmAction(new SnsAction(service.stopAnalyzer.topic)));
    service.loadBalancer?.setAttribute('deletion_protection.enabled', 'true');
    (service.node.findChild('ExecAudit').node.findChild('Key') as kms.Key).addToResourcePolicy(new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['kms:CreateGrant'],
      resources: ['*'],
      conditions: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'false', 'aws:PrincipalIsAWSService': 'false' } },
    }));
    const bucket = service.node.findChild('Entrance').node.findChild('AccessLogs') as s3.Bucket;
    (bucket.node.defaultChild as s3.CfnBucket).versioningConfiguration = { status: 'Enabled' };
    for (const table of stack.node.findAll().filter(construct => construct instanceof dynamodb.CfnTable)) {
      table.pointInTimeRecoverySpecification = { pointInTimeRecoveryEnabled: true };
      table.sseSpecification = { sseEnabled: true, sseType: 'KMS' };
    }
  };
  const left = foundBy(CONTROL_TOWER, complying, FORMS['one stack'], {});
  for (const finding of [
    'CT.CLOUDWATCH.PR.1 at Alarms/CpuHigh', 'CT.CLOUDWATCH.PR.2 at LogGroup', 'CT.CLOUDWATCH.PR.3 at LogGroup', 'CT.KMS.PR.3 at ExecAudit/Key',
    'CT.ELASTICLOADBALANCING.PR.1 at Entrance/Internal/LoadBalancer/Listener', 'CT.ELASTICLOADBALANCING.PR.5 at Entrance/Internal/LoadBalancer',
    'CT.S3.PR.11 at Entrance/AccessLogs', 'CT.DYNAMODB.PR.1 at stopAnalyzer/HardenedFargateIncidents',
    'CT.DYNAMODB.PR.2 at stopAnalyzer/HardenedFargateIncidents',
  ] as const) {
    expect(DOCUMENTED).toContain(finding);
    expect(left).not.toContain(finding);
  }
});
