import type { javascript } from 'projen';

/** What a folder of `src/` holds, and what it may import besides its own files. */
export interface FolderLaw {
  readonly holds: string;
  /** Other folders of `src/`; a folder with sub-folders of its own means its own files only. */
  readonly imports: readonly string[];
  /** Packages and modules of Node.js. */
  readonly outside?: readonly string[];
}

const CDK = ['aws-cdk-lib', 'constructs'];

/**
 * The law of imports, types included: every folder of `src/`, from the ground up.
 *
 * Imports point one way, so that a rule can be read without the CDK and a diagnosis without AWS.
 */
export const IMPORT_LAW: Readonly<Record<string, FolderLaw>> = {
  'aws': { holds: 'what AWS fixes, each fact once: ARNs, images, task sizes, limits, shapes of secrets', imports: [] },
  'causes': { holds: 'ids, severities and summaries of the causes, what prevents each, and the addresses of their documents', imports: [] },

  'facts/model': { holds: 'what can be known of a service, as plain data; unknown is a value', imports: [] },
  'facts/template/source': {
    holds: 'a synthesized template with its place and parameters, and values that may be unknown',
    imports: ['facts/model'],
    outside: ['fs', 'path'],
  },
  'facts/template/functions': {
    holds: 'the intrinsic functions and conditions of CloudFormation',
    imports: ['facts/model', 'facts/template/source'],
  },
  'facts/template': {
    holds: 'follows references and conditions through synthesized templates',
    imports: ['facts/model', 'facts/template/source', 'facts/template/functions'],
  },
  'facts/readers': {
    holds: 'one file for each kind of resource: template to facts',
    imports: ['aws', 'facts/model', 'facts/template/source', 'facts/template/functions', 'facts/template'],
  },

  'facts/account/model': { holds: 'a resource of an account, as a template would declare it', imports: ['facts/model'] },
  'facts/account/resources': {
    holds: 'one file for each kind of resource: what the account answers, in the form of a template',
    imports: ['aws', 'facts/model', 'facts/account/model'],
  },
  'facts/account': {
    holds: 'what an account answers of its services, as one template',
    imports: ['aws', 'facts/model', 'facts/template/source', 'facts/account/model', 'facts/account/resources'],
  },

  'evidence/model': { holds: 'a stop and what is known around it, as plain data', imports: ['aws'] },
  'evidence/clean/marks': { holds: 'what stands in place of a secret, and the spans and wraps of a text', imports: [] },
  'evidence/clean/values': { holds: 'where a value ends, and whether it may be a secret', imports: ['aws', 'evidence/clean/marks'] },
  'evidence/clean': {
    holds: 'redacts secrets and removes what no reader can see',
    imports: ['aws', 'evidence/model', 'evidence/clean/marks', 'evidence/clean/values'],
  },
  'evidence/text': { holds: 'finds JSON, tables and lines in what people paste', imports: ['aws'] },
  'evidence/read': {
    holds: 'events, API answers, messages and logs to evidence',
    imports: ['aws', 'evidence/model', 'evidence/clean', 'evidence/text'],
  },

  'evidence/collect': {
    holds: 'the reads that an account may be asked for, each by its permission, and the clients that send them',
    imports: ['aws', 'evidence/model'],
  },

  'account': {
    holds: 'reads services and what they use from an account, in few calls, and judges how they run',
    imports: ['aws', 'facts/model', 'facts/account/model', 'facts/account/resources', 'facts/account', 'evidence/model', 'evidence/collect'],
  },

  'diagnosis/model': { holds: 'signature, clue, action and diagnosis, as plain data', imports: ['causes', 'evidence/model'] },
  'diagnosis/matching': { holds: 'finds many wordings in one pass over a text', imports: ['diagnosis/model', 'evidence/model'] },
  'diagnosis/vocabulary': { holds: 'wordings that several signatures share', imports: ['diagnosis/matching'] },
  'diagnosis/clues': {
    holds: 'readings of the evidence that several signatures share',
    imports: ['aws', 'causes', 'evidence/model', 'diagnosis/model', 'diagnosis/matching', 'diagnosis/vocabulary'],
  },
  'diagnosis/hunches': {
    holds: 'what an unrecognized error resembles',
    imports: ['causes', 'evidence/model', 'diagnosis/model', 'diagnosis/matching', 'diagnosis/vocabulary', 'diagnosis/clues'],
  },
  'diagnosis/advice': {
    holds: 'commands, console pages and settings to look at next',
    imports: ['aws', 'causes', 'evidence/model', 'diagnosis/model', 'diagnosis/clues'],
  },
  'diagnosis/insights': {
    holds: 'what metrics, targets, task definitions and guardrails add',
    imports: ['aws', 'causes', 'evidence/model', 'diagnosis/model', 'diagnosis/clues', 'diagnosis/advice'],
  },
  'diagnosis/signatures': {
    holds: 'one file for each cause, in a folder for each family',
    imports: [
      'aws', 'causes', 'evidence/model',
      'diagnosis/model', 'diagnosis/matching', 'diagnosis/vocabulary', 'diagnosis/clues', 'diagnosis/hunches', 'diagnosis/advice',
    ],
  },
  'diagnosis': {
    holds: 'the catalog of signatures and the engine: evidence to diagnosis',
    imports: [
      'aws', 'causes', 'evidence/model', 'evidence/clean',
      'diagnosis/model', 'diagnosis/matching', 'diagnosis/vocabulary', 'diagnosis/clues', 'diagnosis/hunches', 'diagnosis/advice',
      'diagnosis/insights', 'diagnosis/signatures',
    ],
  },

  'incidents': {
    holds: 'what makes an incident, when it is told, and when it is over',
    imports: ['aws', 'causes', 'evidence/model', 'diagnosis/model'],
    outside: ['node:crypto', 'node:timers/promises'],
  },
  'incidents/table': { holds: 'the table that keeps incidents', imports: ['incidents'] },

  'report': {
    holds: 'a diagnosis laid out for a terminal, for Markdown, for chat and for a page',
    imports: ['aws', 'causes', 'evidence/model', 'evidence/clean', 'diagnosis/model', 'diagnosis'],
    outside: ['picocolors'],
  },

  'widget/page': {
    holds: 'incidents as a page on a dashboard',
    imports: ['aws', 'evidence/model', 'evidence/clean', 'diagnosis/model', 'incidents', 'report'],
  },
  'widget/handler': {
    holds: 'the function that a dashboard asks for the page, and its client',
    imports: ['evidence/clean', 'incidents/table', 'widget/page'],
    outside: ['@aws-sdk'],
  },
  'widget': {
    holds: 'the widget of a dashboard, and its function',
    imports: ['aws', 'incidents/table'],
    outside: [...CDK, 'node:path'],
  },

  'guardrails/model': { holds: 'the form of a rule and its verdicts', imports: ['causes', 'facts/model'] },
  'guardrails/predicates': { holds: 'questions that several rules ask of facts', imports: ['aws', 'facts/model', 'guardrails/model'] },
  'guardrails/iam': { holds: 'what policies allow', imports: ['aws', 'facts/model', 'guardrails/model'] },
  'guardrails/reachability': {
    holds: 'whether the network lets a task reach what it needs',
    imports: ['aws', 'facts/model', 'guardrails/model', 'guardrails/predicates', 'guardrails/iam'],
  },
  'guardrails/rules': {
    holds: 'one file for each rule',
    imports: ['aws', 'facts/model', 'guardrails/model', 'guardrails/predicates', 'guardrails/iam', 'guardrails/reachability'],
  },
  'guardrails': {
    holds: 'the catalog of rules and the engine: facts to findings',
    imports: [
      'causes', 'facts/model', 'facts/template/source', 'facts/template/functions', 'facts/template', 'facts/readers', 'evidence/clean',
      'guardrails/model', 'guardrails/predicates', 'guardrails/rules',
    ],
    outside: ['node:util'],
  },
  'guardrails/plugin/settings': {
    holds: 'what an app sets: profile, levels, baseline and rules of its own',
    imports: ['guardrails'],
    outside: [...CDK, 'node:fs'],
  },
  'guardrails/plugin/acknowledging': {
    holds: 'findings that an app accepts, each with its reason',
    imports: ['guardrails/model', 'guardrails', 'guardrails/plugin/settings'],
    outside: CDK,
  },
  'guardrails/plugin/overriding': {
    holds: 'overrides of what a construct creates, and the findings that they cause',
    imports: ['facts/template/source', 'guardrails'],
    outside: CDK,
  },
  'guardrails/plugin': {
    holds: 'the validation plugin of the CDK: templates in, report out',
    imports: [
      'facts/model', 'facts/template/source', 'facts/template', 'guardrails/model', 'guardrails', 'guardrails/plugin/settings',
      'guardrails/plugin/acknowledging', 'guardrails/plugin/overriding',
    ],
    outside: [...CDK, 'fs', 'path', 'node:fs', 'node:path'],
  },

  'doctor': {
    holds: 'judges the services of an account',
    imports: [
      'account', 'aws', 'evidence/model', 'evidence/read', 'evidence/collect', 'facts/model', 'facts/account/resources', 'facts/account',
      'facts/template', 'diagnosis/clues', 'diagnosis', 'guardrails/model', 'guardrails',
    ],
  },

  'verify': {
    holds: 'what templates refer to and the account lacks, before a deployment',
    imports: [
      'account', 'aws', 'evidence/model', 'evidence/collect', 'facts/model', 'facts/account/resources', 'facts/account',
      'facts/template/source', 'facts/template', 'facts/readers', 'guardrails/model', 'guardrails/rules',
    ],
  },

  'evidence/collectors': {
    holds: 'one file for each part of the evidence that the account is read for',
    imports: [
      'account', 'aws', 'causes', 'doctor', 'evidence/model', 'evidence/clean', 'evidence/read', 'evidence/collect', 'facts/model',
      'facts/account/resources', 'facts/account', 'diagnosis/model', 'diagnosis/clues', 'diagnosis', 'guardrails/model', 'guardrails',
    ],
  },

  'jobs/protocol': { holds: 'what the function that runs a job is told, and what it may do', imports: [] },
  'jobs': {
    holds: 'whether a job before a deployment is to run, and why it failed',
    imports: ['evidence/clean', 'evidence/read', 'diagnosis/model', 'diagnosis', 'jobs/protocol'],
  },
  'jobs/handler': {
    holds: 'what only runs in AWS Lambda: the function that runs jobs before deployments',
    imports: ['jobs/protocol', 'jobs'],
    outside: ['@aws-sdk', 'node:timers/promises'],
  },
  'network': { holds: 'the VPC endpoints that a service needs, and whether its stack is in China', imports: ['aws'], outside: CDK },
  'observability': { holds: 'alarms, and the audit of ECS Exec', imports: ['aws', 'causes'], outside: CDK },
  'analyzer/protocol': {
    holds: 'what the constructs and the function agree on: settings, limits, metrics, and the form of events',
    imports: ['aws', 'causes', 'evidence/model', 'evidence/collect', 'diagnosis/model'],
  },
  'analyzer/explaining': {
    holds: 'a batch of events to stops and their diagnoses, within the time of the function',
    imports: ['causes', 'evidence/model', 'evidence/clean', 'evidence/read', 'diagnosis/model', 'incidents', 'analyzer/protocol'],
  },
  'analyzer/notifying': {
    holds: 'who is told of a stop, when, and in which words',
    imports: [
      'aws', 'causes', 'evidence/model', 'evidence/clean', 'evidence/collect', 'diagnosis/model', 'incidents', 'report', 'analyzer/protocol',
      'analyzer/explaining',
    ],
  },
  'analyzer/handler': {
    holds: 'what only runs in AWS Lambda: the function that explains stops, and its clients',
    imports: [
      'evidence/model', 'evidence/read', 'evidence/collect', 'evidence/collectors', 'diagnosis/model', 'diagnosis', 'incidents/table', 'report',
      'analyzer/protocol', 'analyzer/explaining', 'analyzer/notifying',
    ],
    outside: ['@aws-sdk', 'aws-lambda', 'node:events', 'node:v8', 'node:worker_threads'],
  },
  'analyzer/subjects': {
    holds: 'which events of which services an analyzer watches',
    imports: ['aws', 'guardrails/plugin/acknowledging', 'guardrails/plugin', 'analyzer/protocol'],
    outside: CDK,
  },
  'analyzer/access': {
    holds: 'what an analyzer may read from the account, and the policy that allows it',
    imports: ['evidence/collect', 'analyzer/subjects'],
    outside: CDK,
  },
  'analyzer/resources': {
    holds: 'the parts of a stop analyzer: function, queues, table, topic, rules and alarms',
    imports: ['aws', 'causes', 'incidents/table', 'analyzer/protocol', 'analyzer/subjects', 'analyzer/access'],
    outside: [...CDK, 'node:path'],
  },
  'analyzer': {
    holds: 'the constructs that explain stops: an analyzer, an imported one, and what lets a central one see and read another account',
    imports: ['analyzer/protocol', 'analyzer/subjects', 'analyzer/access', 'analyzer/resources', 'widget'],
    outside: [...CDK, 'node:crypto'],
  },

  'service/validation': {
    holds: 'refuses values of props that can never work',
    imports: ['aws'],
    outside: CDK,
  },
  'service/placement': {
    holds: 'where tasks run and how long they live: VPC, subnets, timing, removal',
    imports: ['aws'],
    outside: CDK,
  },
  'service/load-balancing': {
    holds: 'load balancers, listener rules and target groups of services',
    imports: ['aws', 'network', 'observability', 'analyzer/resources', 'service/validation', 'service/placement'],
    outside: [...CDK, 'node:crypto'],
  },
  'service/options': {
    holds: 'the props of a service, and the choices that they offer',
    imports: ['network', 'observability', 'analyzer/resources', 'analyzer', 'service/validation', 'service/load-balancing'],
    outside: CDK,
  },
  'service/task': {
    holds: 'the task definition of a service, its roles and its containers',
    imports: ['aws', 'network', 'analyzer/access', 'service/validation', 'service/placement', 'service/options'],
    outside: CDK,
  },
  'service/scaling': {
    holds: 'how many tasks run, and the queues that they take work from',
    imports: [
      'aws', 'observability', 'analyzer/access', 'service/validation', 'service/placement', 'service/load-balancing', 'service/options',
      'service/task',
    ],
    outside: CDK,
  },
  'service/jobs': {
    holds: 'tasks that are run on a schedule, and before a deployment',
    imports: ['aws', 'analyzer/access', 'jobs/protocol', 'service/placement', 'service/options', 'service/task'],
    outside: [...CDK, 'node:path'],
  },
  'service': {
    holds: 'HardenedFargateService and the parts it is built from',
    imports: [
      'aws', 'network', 'observability', 'guardrails/plugin', 'analyzer/access', 'analyzer', 'service/validation', 'service/placement',
      'service/load-balancing', 'service/options', 'service/scaling', 'service/task', 'service/jobs',
    ],
    outside: CDK,
  },

  'dashboard': {
    holds: 'CloudWatch dashboards of a service and of an analyzer',
    imports: ['aws', 'network', 'observability', 'analyzer/protocol', 'analyzer', 'service'],
    outside: CDK,
  },

  'cli/terminal': {
    holds: 'colors, columns, exit codes, and messages without secrets',
    imports: ['evidence/clean'],
    outside: ['commander', 'picocolors'],
  },
  'cli/input': {
    holds: 'files and standard input to templates and evidence',
    imports: ['facts/template/source', 'evidence/model', 'evidence/clean', 'evidence/text', 'evidence/read', 'cli/terminal'],
    outside: ['node:fs', 'node:fs/promises', 'node:path', '@aws-sdk/xml-builder', 'commander', 'jsonc-parser', 'yaml'],
  },
  'cli/live': {
    holds: 'a task or a service of an account to evidence',
    imports: [
      'account', 'aws', 'doctor', 'evidence/model', 'evidence/clean', 'evidence/read', 'evidence/collect', 'evidence/collectors', 'diagnosis',
      'causes', 'incidents', 'incidents/table', 'cli/terminal', 'cli/input',
    ],
    outside: ['node:path', 'commander'],
  },
  'cli/documents': {
    holds: 'the catalogs as text, Markdown and JSON',
    imports: ['causes', 'evidence/model', 'diagnosis/model', 'diagnosis', 'guardrails/model', 'guardrails'],
  },
  'cli/facts': {
    holds: 'the facts of a template as rules are given them, redacted',
    imports: ['evidence/clean/marks', 'evidence/clean', 'facts/model', 'facts/template', 'facts/readers', 'guardrails/predicates', 'guardrails'],
  },
  'cli/findings': {
    holds: 'findings as text, as JSON and for code scanning',
    imports: ['guardrails/model', 'guardrails'],
    outside: ['commander', 'picocolors'],
  },
  'cli/validator': {
    holds: 'the CloudFormation validator of the AWS CDK, beside the guardrails',
    imports: ['facts/template/source', 'guardrails'],
    outside: ['aws-cdk-lib'],
  },
  'cli/doctor': {
    holds: 'the services of an account as text, Markdown and JSON',
    imports: ['account', 'doctor', 'guardrails/model', 'guardrails', 'cli/documents', 'cli/findings'],
  },
  'cli/commands': {
    holds: 'one file for each command; wiring only',
    imports: [
      'evidence/model', 'facts/template', 'evidence/clean', 'evidence/collect', 'account', 'diagnosis/model', 'diagnosis', 'report',
      'guardrails', 'doctor', 'verify', 'cli/terminal', 'cli/input', 'cli/live', 'cli/documents', 'cli/facts', 'cli/validator',
      'cli/findings', 'cli/doctor',
    ],
    outside: ['commander'],
  },
  'cli': { holds: 'the command `hardened-fargate`', imports: ['evidence/clean', 'cli/terminal', 'cli/commands'], outside: ['commander'] },
};

/** Code that is only bundled: what runs in AWS Lambda, and the clients that read an account; nothing else sees the AWS SDK. */
const BUNDLED = [
  { files: 'src/evidence/collect/**/*.sdk.ts', outside: ['@aws-sdk'] },
  { files: 'src/incidents/table/*.sdk.ts', outside: ['@aws-sdk'] },
];

/** `src/index.ts`, written as a glob, because the rule wants either globs or paths; nothing inside imports it. */
const PUBLIC_API = 'src/index*.ts';

/** The files of a folder, as a glob: all below it, unless sub-folders have laws of their own. */
export const filesOf = (folder: string): string =>
  Object.keys(IMPORT_LAW).some(other => other.startsWith(`${folder}/`)) ? `src/${folder}/*.ts` : `src/${folder}/**/*.ts`;

/** Teaches ESLint the law of imports. */
export function enforceImportLaw(eslint: javascript.Eslint): void {
  const folders = Object.entries(IMPORT_LAW);
  eslint.addRules({
    'import/no-restricted-paths': ['error', {
      zones: folders.map(([folder, { imports }]) => ({
        target: filesOf(folder),
        from: [PUBLIC_API, ...Object.keys(IMPORT_LAW).filter(other => other !== folder && !imports.includes(other)).map(filesOf)],
        message: `src/${folder} may import only from: ${['itself', ...imports].join(', ')} (projenrc/import-law.ts)`,
      })),
    }],
  });
  for (const [folder, { outside = [] }] of folders) eslint.addOverride({ files: [filesOf(folder)], rules: onlyFromOutside(folder, outside) });
  for (const { files, outside } of BUNDLED) eslint.addOverride({ files: [files], rules: onlyFromOutside(files.replace('src/', ''), outside) });
}

const onlyFromOutside = (folder: string, packages: readonly string[]) => ({
  'no-restricted-imports': ['error', {
    patterns: [{
      regex: `^(?!\\.)${packages.length === 0 ? '' : `(?!(?:${packages.join('|')})(?:/|$))`}`,
      message: `src/${folder} may import from outside only: ${packages.join(', ') || 'nothing'} (projenrc/import-law.ts)`,
    }],
  }],
});
