import {
  App, CfnResource, type IPolicyValidationContext, type IPolicyValidationPlugin, type PolicyValidationPluginReport, type PolicyViolatingResource,
  Validations,
} from 'aws-cdk-lib';
import type { Example, Form } from './forms';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { FargateGuardrails, HardenedFargateService, HardenedFargateTask, SharedLoadBalancer, StopForwarder, StopReaderRole } from '../../src/index';

/** A rule of some tool, and the part of the library that it finds something at. */
export type Finding = `${string} at ${string}`;

/** Takes every warning of the validation that the CDK brings along for an error. */
const STRICT = { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:strictCfnValidateErrors': true };

export type Tool = (app: App) => IPolicyValidationPlugin;

export type Flags = Readonly<Record<string, unknown>>;

/** What the guardrails and other tools find at the parts of this library, unless it is acknowledged; of the CDK itself even a warning throws. */
export function findingsIn(example: Example, form: Form, flags: Flags, tools: readonly Tool[]): readonly Finding[] {
  return withValidation(() => foundBy([() => new FargateGuardrails(), ...tools], example, form, { ...flags, ...STRICT }));
}

/** What tools find at the parts of this library. */
export function foundBy(tools: readonly Tool[], example: Example, form: Form, flags: Flags): readonly Finding[] {
  const app = new App({ context: flags, treeMetadata: false });
  form(app, example);
  const recorders = tools.map(tool => new Recorder(tool(app)));
  Validations.of(app).addPlugins(...recorders);
  app.synth();
  return [...new Set(recorders.flatMap(({ findings }) => findings))].sort();
}

/** Most suites do without the validation of the CDK, because it takes seconds. */
function withValidation<T>(synthesize: () => T): T {
  const { CDK_VALIDATION: before } = process.env;
  delete process.env.CDK_VALIDATION;
  try {
    return synthesize();
  } finally {
    if (before !== undefined) process.env.CDK_VALIDATION = before;
  }
}

/** A plugin whose findings do not end the synthesis. */
class Recorder implements IPolicyValidationPlugin {
  public findings: readonly Finding[] = [];
  public readonly name: string;

  constructor(private readonly plugin: IPolicyValidationPlugin) {
    this.name = `recorded ${plugin.name}`;
  }

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const { violations } = this.plugin.validate(context);
    const resources = context.appConstruct.node.findAll().filter(construct => CfnResource.isCfnResource(construct));
    this.findings = violations.filter(({ severity }) => severity !== 'info').flatMap(({ ruleName, description, violatingResources }) => violatingResources
      .flatMap(at => resources.filter(resource => isAt(resource, at)))
      .map(partOf).filter(part => part !== undefined)
      .map(part => `${ruleOf(ruleName, description)} at ${part}` as const));
    return { success: true, violations: [] };
  }
}

/** The name of a control in Control Tower is in its description only. */
const ruleOf = (ruleName: string, description = ''): string => /^\[(CT\.[\w.]+)\]/.exec(description)?.[1] ?? ruleName;

/** Some tools know constructs, others only the template. */
function isAt({ stack, logicalId, node }: CfnResource, { constructPath, resourceLogicalId, templatePath }: PolicyViolatingResource): boolean {
  if (constructPath !== undefined) return node.path === constructPath;
  return stack.resolve(logicalId) === resourceLogicalId && templatePath?.endsWith(stack.templateFile) === true;
}

/** The path below the service, below the shared load balancer, below the analyzer, or of a function that the CDK brings; undefined for what the example declares itself. */
function partOf({ node, stack }: CfnResource): string | undefined {
  const owner = node.scopes.find(scope => OWNERS.some(type => scope instanceof type)) ?? stack;
  const part = node.path.slice(owner.node.path.length + 1).replace(/\/Resource$/, '');
  if (owner instanceof StopAnalyzer) return `stopAnalyzer/${part}`;
  if (owner instanceof StopForwarder) return `StopForwarder/${part}`;
  if (owner instanceof StopReaderRole) return `StopReaderRole/${part}`;
  return owner !== stack || /^(AWS679f|Custom::)|TaskEndpoints/.test(part) ? part : undefined;
}

const OWNERS = [HardenedFargateService, HardenedFargateTask, SharedLoadBalancer, StopAnalyzer, StopForwarder, StopReaderRole];
