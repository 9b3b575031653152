import { synthesizedExamples } from './examples';
import EXAMPLES from './examples.json';

test('the examples in the documents are what the CDK synthesizes before and after a fix', () => {
  expect(synthesizedExamples()).toEqual(EXAMPLES);
});
