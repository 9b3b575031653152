import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';
import { defineConfig } from 'vitepress';
import { SEARCH } from '../../scripts/site/search';

const CONTENT = join(fileURLToPath(import.meta.url), '..', '..', 'content');

/** The pages of a folder, by their names. */
const pagesIn = (folder: string) => readdirSync(join(CONTENT, folder), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md') && !name.endsWith('index.md'))
  .sort()
  .map(name => ({ text: name.replace(/\.md$/, ''), link: `/${folder}/${name.replace(/\.md$/, '')}` }));

const page = (text: string, name: string) => ({ text, link: `/${name}` });

/** The documents, by task. */
const documents = [
  { text: 'Start', items: [page('Overview', ''), page('Getting started', 'GETTING-STARTED'), page('Adopt it in a large app', 'ADOPTING'),
    page('Migrate', 'MIGRATING'), page('Shapes of services', 'SHAPES')] },
  {
    text: 'Run services',
    items: [
      page('Alarms', 'ALARMS'), page('Updates and removal', 'UPDATES'), page('Deployments', 'DEPLOYMENTS'), page('Workers', 'WORKERS'),
      page('Jobs', 'JOBS'), page('ECS Exec', 'EXEC'), page('Structured logs', 'STRUCTURED-LOGS'),
      page('Dashboards', 'DASHBOARDS'), page('Costs', 'COSTS'), page('Permissions', 'PERMISSIONS'), page('Other rules', 'OTHER-RULES'),
    ],
  },
  {
    text: 'Diagnose stopped tasks',
    items: [
      page('Stop analyzers', 'STOP-ANALYZERS'), page('Delivery', 'DELIVERY'), page('Evidence', 'EVIDENCE'), page('Accuracy', 'ACCURACY'),
      page('Redaction', 'REDACTION'),
    ],
  },
  {
    text: 'Look up',
    items: [
      page('Causes', 'CAUSES'), page('Guardrails', 'GUARDRAILS'), page('Defenses', 'DEFENSES'), page('Comparison', 'COMPARISON'),
      page('What AWS rejects', 'REFUSED-BY-AWS'), page('API', 'API'),
    ],
  },
  { text: 'Contribute', items: [page('Contributing', 'CONTRIBUTING'), page('Security', 'SECURITY'), page('Architecture', 'ARCHITECTURE'),
    page('Emulated accounts', 'EMULATED'), page('Decisions', 'decisions/')] },
];

export default defineConfig({
  title: 'hardened-fargate',
  description: 'ECS services on Fargate with secure defaults, checks at cdk synth, and a diagnosis of each stopped task',
  srcDir: 'content',
  outDir: 'dist',
  // Links that lead to no page fail the build.
  ignoreDeadLinks: false,
  markdown: {
    // The documents link to anchors as GitHub writes them.
    anchor: { slugify: title => GithubSlugger.slug(title) },
    // Braces after a heading are part of it.
    attrs: { disable: true },
    config: markdown => {
      // Vue would take two braces in a text for an expression.
      const { text } = markdown.renderer.rules;
      markdown.renderer.rules.text = (...given) => text!(...given).replace(/\{\{/g, '&#123;&#123;');
      // Names of actions may break after the service, so that tables stay narrow.
      const code = (content: string) => markdown.utils.escapeHtml(content).replace(/(?<=\w:)(?=\w)/g, '<wbr>');
      markdown.renderer.rules.code_inline = (tokens, index) => `<code v-pre>${code(tokens[index].content)}</code>`;
    },
  },
  themeConfig: {
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: 'https://github.com/hardened-fargate/hardened-fargate' }],
    search: { provider: 'local', options: { miniSearch: SEARCH } },
    nav: [page('Getting started', 'GETTING-STARTED'), page('Causes', 'CAUSES'), page('Guardrails', 'GUARDRAILS'), page('API', 'API')],
    sidebar: {
      '/': documents,
      '/causes/': [...documents, { text: 'Causes', items: pagesIn('causes') }],
      '/guardrails/': [...documents, { text: 'Guardrails', items: pagesIn('guardrails') }],
      '/decisions/': [...documents, { text: 'Decisions', items: pagesIn('decisions') }],
    },
  },
});
