import { examplesFrom, VARIANTS } from './examples';
import EXAMPLES from './examples.json';
import { judgeCorpus } from '../corpus/judge-corpus';

test('the examples in the documents are what the CDK synthesizes before and after a fix', () => {
  expect(examplesFrom(judgeCorpus(VARIANTS).map(({ ownTemplates }) => ownTemplates))).toEqual(EXAMPLES);
});
