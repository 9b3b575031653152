import { embeddedJson } from '../../../src/evidence/text/embedded-json';

const read = (text: string) => embeddedJson(text.split('\n'));

test('JSON after a prompt is the output of a command', () => {
  expect(read('$ aws ecs describe-tasks --cluster shop\n{\n  "tasks": []\n}')).toEqual({ form: 'the output of a command', values: [{ tasks: [] }] });
});

test('JSON between lines of text is read from the line that opens it to the line that closes it, each value', () => {
  expect(read('look at this:\n{\n  "a": 1\n}\nand at this:\n[\n  1\n]\n{"b":2}\nthanks'))
    .toEqual({ form: 'JSON in a text', values: [{ a: 1 }, [1], { b: 2 }] });
});

test('what only looks like JSON is passed over', () => {
  expect(read('{\n  not JSON\n}\n{ "a": 1\n[error] failed\n{}')).toEqual({ form: 'JSON in a text', values: [{}] });
});

test('a text without JSON, or with JSON that is cut, has none', () => {
  expect(read('nothing here\n{\n  "tasks": [')).toBeUndefined();
  expect(read('{"a":')).toBeUndefined();
});
