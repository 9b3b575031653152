import { describeCauses } from '../../../src/cli/documents/cause-description';
import { causesAsMarkdown } from '../../../src/cli/documents/causes-markdown';
import { sightingLines } from '../../../src/cli/documents/sighting-lines';

const sections = causesAsMarkdown().split(/^### /m);

describe.each(describeCauses().map(cause => [cause.id, cause] as const))('the document says of %s', (id, { summary, signatures, guardrails, defaults }) => {
  const section = sections.find(text => text.startsWith(`${id}\n`)) ?? '';

  test('what happened, in which words it is seen and what to do', () => {
    expect(section).toContain(summary);
    for (const { says, toConfirm, seenIn } of signatures) {
      for (const words of [says, toConfirm]) expect(section).toContain(words.replaceAll('<', '\\<'));
      for (const words of seenIn.flatMap(({ stoppedReason, log = [] }) => [stoppedReason ?? '', ...log])) expect(section).toContain(words);
    }
  });

  test('each line of its examples once, although several examples have it', () => {
    for (const { seenIn } of signatures) {
      const lines = [...new Set(seenIn.flatMap(sightingLines))];
      expect(section).toContain(`\`\`\`text\n${lines.join('\n')}\n\`\`\``);
    }
  });

  test('what stands against it', () => {
    for (const { says } of defaults) expect(section).toContain(says);
    for (const guardrail of guardrails) expect(section).toContain(`GUARDRAILS.md#${guardrail.id}`);
  });
});

test('the headings follow the life of a task', () => {
  const headings = causesAsMarkdown().split('\n').filter(line => line.startsWith('## '));
  expect(headings[0]).toBe('## Pulling the image');
  expect(headings.at(-1)).toBe('## Not recognized');
});
