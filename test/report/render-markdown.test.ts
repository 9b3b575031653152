import { renderMarkdown } from '../../src/report/render-markdown';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

test('commands stand in fences, ready to copy, and details below a fold', () => {
  const markdown = renderMarkdown(aDiagnosis());
  expect(markdown).toMatch(/^### FAILURE: checkout, container app: /);
  expect(markdown).toContain('1. Ask IAM whether the role may.\n   ```sh\n   aws iam simulate-principal-policy --policy-source-arn <role-arn>\n   ```');
  expect(markdown).toContain('- stoppedReason: `AccessDeniedException` – the store refused');
  expect(markdown.indexOf('<details>')).toBeLessThan(markdown.indexOf('acknowledged'));
});

test('each part has its heading', () => {
  expect([...renderMarkdown(aDiagnosis()).matchAll(/^\*\*(.+)\*\*$/gm)].map(([, heading]) => heading)).toEqual([
    'Evidence (likely)', 'What to do now', 'Other possible causes', 'What would have prevented it', 'Missing evidence',
  ]);
});

test('a command that begins with a fence ends none', () => {
  const markdown = renderMarkdown(aDiagnosis({ actions: [{ title: 'Run it.', commands: ['``` aws'], prop: null }] }));
  expect(markdown.match(/^ *```/gm)).toHaveLength(2);
});

test('without details there is no fold', () => {
  const bare = aDiagnosis({ cause: 'app/hostname', alternatives: [], prevention: [], gaps: [], actions: [] });
  expect(renderMarkdown(bare)).not.toContain('details');
});

test('the page of the cause is a link at the end', () => {
  expect(renderMarkdown(aDiagnosis())).toMatch(
    /\n\nAbout this cause: <https:\/\/github\.com\/hardened-fargate\/hardened-fargate\/blob\/main\/docs\/CAUSES\.md#initsecret-permission>$/,
  );
});

test('the page of the console is a link that can be followed', () => {
  const url = 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop';
  const markdown = renderMarkdown(aDiagnosis({ actions: [{ title: 'Open the task in the console.', commands: [url], prop: null }] }));
  expect(markdown).toContain(`Open the task in the console: <${url}>`);
  expect(markdown).not.toContain('```');
});

test('markup that somebody wrote into a log stays text', () => {
  const markup = '<img src=x> **bold** [link](https://evil) @team `code` ```';
  const markdown = renderMarkdown(aDiagnosis({
    title: markup,
    clues: [{ source: markup, quote: markup, says: markup }],
    actions: [{ title: markup, commands: ['echo ```'], prop: null }],
    gaps: [{ source: markup, because: markup }],
  }));
  const outsideCode = markdown.replace(/(`+) .*? \1/g, '');
  expect(outsideCode).not.toMatch(/<img|[^\\]\*\*bold|[^\\]\]\(|:\/\/evil|[^\\]@team/);
  expect(markdown.match(/^ *```/gm)).toHaveLength(2);
});
