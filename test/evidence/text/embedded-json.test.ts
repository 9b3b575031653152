import { isEvidence } from '../../../src/evidence/read/read-evidence';
import { embeddedJson } from '../../../src/evidence/text/embedded-json';

const read = (text: string) => embeddedJson(text.split('\n'), isEvidence);

test('JSON after a prompt is the output of a command', () => {
  expect(read('$ aws ecs describe-tasks --cluster shop\n{\n  "tasks": []\n}')).toEqual({ form: 'the output of a command', values: [{ tasks: [] }] });
});

test('JSON between lines of text is read from the line that opens it to the line that closes it, each value', () => {
  expect(read('look at this:\n{\n  "tasks": []\n}\nand at this:\n[\n  { "taskArn": "a" }\n]\n{"services":[]}\nthanks'))
    .toEqual({ form: 'JSON in a text', values: [{ tasks: [] }, [{ taskArn: 'a' }], { services: [] }] });
});

test('what only looks like JSON is passed over', () => {
  expect(read('{\n  not JSON\n}\n{ "a": 1\n[error] failed\n{"tasks":[]}')).toEqual({ form: 'JSON in a text', values: [{ tasks: [] }] });
});

test('a line that an application logs as JSON is none, but an answer with something else in it is shown as what it is', () => {
  expect(read('> node server.js\n{"level":"error","msg":"connect ECONNREFUSED"}\nnpm ERR! code 1')).toBeUndefined();
  expect(read('$ aws iam get-role\n{"Role":{}}')).toEqual({ form: 'the output of a command', values: [{ Role: {} }] });
});

test('a text without JSON, or with JSON that is cut, has none', () => {
  expect(read('nothing here\n{\n  "tasks": [')).toBeUndefined();
  expect(read('{"a":')).toBeUndefined();
});
