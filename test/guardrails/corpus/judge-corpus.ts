import { App, type IPolicyValidationContext, type PolicyValidationPluginReport, type PolicyViolation, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Declare } from './configuration';
import { type Layout, LAYOUTS } from './layout';
import type { ServiceFacts } from '../../../src/facts/model/service';
import type { TaskFacts } from '../../../src/facts/model/task';
import { readServices, readStandaloneTasks } from '../../../src/facts/readers/service';
import type { TemplateBody, TemplateSource } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { collectTemplates } from '../../../src/guardrails/plugin/collect-templates';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';

/** What the guardrails saw of one configuration, and what they said. */
export interface Judgement {
  readonly findings: readonly PolicyViolation[];
  readonly services: readonly ServiceFacts[];
  /** The tasks that no service runs. */
  readonly tasks: readonly TaskFacts[];
  /** Its templates, without those of what was judged in the same app. */
  readonly templates: readonly TemplateBody[];
}

/** Judges many configurations, each in stacks of its own; a few share an app, because the work of an app grows faster than its VPCs. */
export function judgeCorpus(
  declarations: readonly Declare[], context: { readonly [key: string]: unknown } = {}, layout: Layout = LAYOUTS['one stack'],
): readonly Judgement[] {
  const apps = Array.from({ length: Math.ceil(declarations.length / TOGETHER) }, (_, index) => index * TOGETHER);
  return apps.flatMap(first => judgeInOneApp(declarations.slice(first, first + TOGETHER), context, layout));
}

const TOGETHER = 10;

function judgeInOneApp(declarations: readonly Declare[], context: { readonly [key: string]: unknown }, layout: Layout): readonly Judgement[] {
  const app = new App({ context, treeMetadata: false });
  const recorder = new Recorder();
  Validations.of(app).addPlugins(recorder);
  const scopes = declarations.map((declare, index) => {
    const scope = new Construct(app, `Configuration${index}`);
    layout(scope, declare);
    return scope;
  });
  app.synth();
  return scopes.map(({ node }) => recorder.judgementOf(node.path));
}

/** The guardrails as users register them, except that a finding does not stop synthesis, so that the rest is judged too. */
class Recorder extends FargateGuardrails {
  private sources: readonly TemplateSource[] = [];
  private findings: readonly PolicyViolation[] = [];
  private services: readonly ServiceFacts[] = [];
  private tasks: readonly TaskFacts[] = [];

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    this.findings = super.validate(context).violations.filter(({ severity }) => severity !== 'info');
    const sources = collectTemplates(context.appConstruct);
    const templates = new Templates(sources);
    this.sources = sources;
    this.services = readServices(templates);
    this.tasks = readStandaloneTasks(templates);
    return { success: true, violations: [] };
  }

  public judgementOf(scope: string): Judgement {
    const isHere = (path: string | undefined) => path?.startsWith(`${scope}/`) ?? false;
    return {
      findings: this.findings.filter(({ violatingResources }) => violatingResources.some(({ constructPath }) => isHere(constructPath))),
      services: this.services.filter(({ at }) => isHere(at.path)),
      tasks: this.tasks.filter(({ at }) => isHere(at.path)),
      templates: this.sources.filter(({ stack }) => stack.startsWith(`${scope}/`)).map(({ body }) => body),
    };
  }
}
