import { renderHtml } from '../../src/report/render-html';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

const PAGE = { title: 'Open the task in the console.', commands: ['https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop'], prop: null };

const headingsOf = (source: string): readonly string[] => [...source.matchAll(/<h4>([^<]*)<\/h4>/g)].map(([, heading]) => heading);

test('a page says what happened, why, what to do and what was not known, in this order', () => {
  expect(headingsOf(renderHtml(aDiagnosis()).source)).toEqual([
    'What happened', 'Evidence (likely)', 'What to do now', 'Other possible causes', 'What would have prevented it', 'How it stopped',
    'Missing evidence',
  ]);
});

test('words that were read are quoted with where they were read and what they say', () => {
  expect(renderHtml(aDiagnosis()).source)
    .toContain('<p class="hf-quote"><span>stoppedReason</span><bdi>AccessDeniedException</bdi></p><p class="hf-note">the store refused</p>');
});

test('commands stand apart, to be taken whole', () => {
  expect(renderHtml(aDiagnosis()).source)
    .toContain('<li>Ask IAM whether the role may.<code class="hf-command">aws iam simulate-principal-policy --policy-source-arn &#60;role-arn&#62;</code></li>');
});

test('the page of the console is a link, which tells that page nothing of the dashboard', () => {
  expect(renderHtml(aDiagnosis({ actions: [PAGE] })).source)
    .toContain('<a href="https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop" target="_blank" rel="noopener noreferrer">Open the task in the console</a>');
});

test('the page of the cause is a link at the end', () => {
  expect(renderHtml(aDiagnosis()).source).toMatch(
    /<p><a href="https:\/\/github\.com\/hardened-fargate\/hardened-fargate\/blob\/main\/docs\/CAUSES\.md#initsecret-permission"[^>]*>About this cause<\/a><\/p>\s*$/,
  );
});

test('an address elsewhere is no link', () => {
  const { source } = renderHtml(aDiagnosis({ actions: [{ ...PAGE, commands: ['https://evil.example/'] }] }));
  expect(source).not.toContain('href="https://evil.example');
  expect(source).toContain('Open the task in the console: https://evil.example/');
});

test('what nothing is known of has no heading', () => {
  const { source } = renderHtml(aDiagnosis({ alternatives: [], prevention: [], gaps: [], clues: [], actions: [] }));
  expect(headingsOf(source)).toEqual(['What happened', 'What would have prevented it', 'How it stopped']);
});
