import { renderChatDigest } from '../../src/report/render-chat-digest';

test('a digest lists its incidents', () => {
  expect(renderChatDigest('2 incidents in prod', ['web: out of memory', 'api: no image']).content).toMatchObject({
    title: '2 incidents in prod', description: '• web: out of memory\n• api: no image',
  });
});

test('of more than twenty incidents a digest says how many more there are', () => {
  const { description } = renderChatDigest('23 incidents', Array.from({ length: 23 }, (_, index) => `service ${index}`)).content;
  expect(description.split('\n')).toHaveLength(21);
  expect(description).toMatch(/• service 19\nand 3 more$/);
});
