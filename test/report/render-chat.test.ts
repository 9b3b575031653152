import { renderChat } from '../../src/report/render-chat';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

test('a chat message has the form that Amazon Q Developer asks for', () => {
  expect(renderChat(aDiagnosis())).toMatchObject({
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title: 'FAILURE: checkout, container app: the execution role may not read the secret or parameter',
      nextSteps: ['Ask IAM whether the role may. `aws iam simulate-principal-policy --policy-source-arn ‹role-arn›`'],
      keywords: ['init/secret-permission', 'failure', 'checkout'],
    },
    metadata: {
      threadId: 'shop/checkout/init/secret-permission',
      eventType: 'Fargate Stop Diagnosis',
      relatedResources: [expect.stringContaining(':task/'), expect.stringContaining(':task-definition/')],
      additionalContext: { cause: 'init/secret-permission', severity: 'failure', confidence: 'likely' },
    },
  });
});

test('the description says why, with the words that were read', () => {
  expect(renderChat(aDiagnosis()).content.description).toContain('*Evidence (likely)*\n• stoppedReason: `AccessDeniedException` – the store refused');
});

test('failures of one kind stand in one thread', () => {
  const thread = (taskArn: string) => renderChat(aDiagnosis({ taskArn })).metadata.threadId;
  expect(thread('a')).toBe(thread('b'));
  expect(renderChat(aDiagnosis({ cluster: null, service: null })).metadata).toMatchObject({ threadId: 'no cluster/no service/init/secret-permission' });
});

test('nobody is called and nothing is linked by what stands in a log', () => {
  const markup = '<!channel> <@U123> @here @канал [x](http://evil) https://evil.example www.evil.example mailto:a@b `code` *bold* ~gone~';
  const { content, metadata } = renderChat(aDiagnosis({
    title: markup,
    summary: markup,
    service: markup,
    clues: [{ source: markup, quote: markup, says: markup }],
    actions: [{ title: markup, commands: [markup], prop: markup }],
    gaps: [{ source: markup, because: markup }],
  }));
  const shown = JSON.stringify([content, metadata.summary, metadata.threadId]);
  expect(shown).not.toMatch(/[<>]/);
  const withoutOurs = shown.replace('About this cause: https://github.com/hardened-fargate/hardened-fargate/blob/main/docs/CAUSES.md#initsecret-permission', '');
  expect(withoutOurs.replace(/`[^`]*`/g, '')).not.toMatch(/\]\(|@|\*bold|~gone|https?:\/\/|www\.|mailto:/);
});

test('a chat message stays within what a channel shows', () => {
  const long = 'x'.repeat(5000);
  const { title, description } = renderChat(aDiagnosis({ title: long, summary: long })).content;
  expect(title.length).toBeLessThanOrEqual(250);
  expect(description.length).toBeLessThanOrEqual(2500);
});
