import type { PolicyViolation } from 'aws-cdk-lib';
import type { Group } from './grouped';
import { documentOf, foundAt, pagesOf, placesByWords } from '../findings-in-words';

/** A group of findings as the CDK prints it, records it and lets people acknowledge it. */
export function violationOf(group: Group): PolicyViolation {
  const { findings: [{ rule, level, class: ruleClass, at }, ...others], path } = group;
  const pages = [...new Set(group.findings.flatMap(pagesOf))];
  const properties = [at, ...others.map(other => other.at)].map(({ property }) => property).filter(property => property !== '');
  return {
    ruleName: rule.id,
    description: descriptionOf(group),
    fix: fixOf(group),
    severity: level,
    ruleMetadata: {
      ...ruleClass !== undefined && { class: ruleClass },
      ...rule.prevents.length > 0 && { prevents: rule.prevents.join(', ') },
      ...pages.length > 0 && { see: pages.join(', ') },
    },
    violatingResources: [
      path === at.path
        ? { constructPath: path, resourceLogicalId: at.logicalId, templatePath: at.template, locations: [...new Set(properties)] }
        : { constructPath: path, locations: [] },
    ],
  };
}

/** The orders, each once, and once the page with an example of wrong and right. */
function fixOf({ findings }: Group): string {
  const orders = [...new Set(findings.map(({ fix, rule }) => fix ?? rule.fix))];
  const page = documentOf(findings[0].rule);
  return [...orders, ...page === undefined ? [] : [`Example: ${page}`]].join(' ');
}

/** What was found, for more than one construct with their paths in the stack, and once what the rule requires. */
function descriptionOf({ findings, path, isFirst, nameOf }: Group): string {
  const [{ rule, at }] = findings;
  const found = path === at.path
    ? [...new Set(findings.map(foundAt))]
    : [...placesByWords(findings, nameOf)]
      .map(([words, places]) => `${words}: ${places.join(', ')}`);
  return [...found.map(each => `${each}.`), ...isFirst ? [`${rule.title} ${rule.why}`] : []].join(path === at.path ? ' ' : '\n   ');
}
