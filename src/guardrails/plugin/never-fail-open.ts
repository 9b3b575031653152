import type { IPolicyValidationContext, PolicyValidationPluginReport } from 'aws-cdk-lib';
import type { Finding } from '../evaluate';
import { violationOf } from './violation';
import { NOT_JUDGED } from '../model/not-judged';

type Validate = (context: IPolicyValidationContext) => PolicyValidationPluginReport;

/** Has a plugin that breaks down fail the synthesis: the CDK itself prints its error and lets the templates through. */
export const neverFailOpen = (validate: Validate): Validate => context => {
  try {
    return validate(context);
  } catch (error) {
    const path = context.stackTemplates[0].stackConstructPath;
    const findings = [brokeDown(path, `the guardrails failed: ${String(error)}`)] as const;
    return { success: false, violations: [violationOf({ findings, path, isFirst: true, nameOf: ({ at }) => at.path })] };
  }
};

/** Says that nothing at a path was judged. */
export const brokeDown = (path: string, seen: string): Finding => ({ rule: NOT_JUDGED, level: 'error', at: { path, property: '' }, seen });
