import { UNKNOWN } from '../../../src/facts/model/fact';
import { readRepository } from '../../../src/facts/readers/repository';
import { templatesOf } from '../templates-of';

function read(Properties: { readonly [name: string]: string | { readonly [name: string]: string } }) {
  const templates = templatesOf({ Repository: { Type: 'AWS::ECR::Repository', Properties } });
  return readRepository(templates, templates.ofType('AWS::ECR::Repository')[0], 'S');
}

test.each<[string, unknown]>([['MUTABLE', true], ['IMMUTABLE', false], ['IMMUTABLE_WITH_EXCLUSION', UNKNOWN]])(
  'with the tag mutability %s, tags can be moved: %p', (ImageTagMutability, mutableTags) => {
    expect(read({ ImageTagMutability }).mutableTags).toBe(mutableTags);
  });

test('a lifecycle rule that leaves out what it selects may expire any image', () => {
  const rules = [{ action: { type: 'expire' } }, { action: { type: 'expire' }, selection: { tagStatus: 'any', countType: 'imageCountMoreThan' } }, {}];
  expect(read({ LifecyclePolicy: { LifecyclePolicyText: JSON.stringify({ rules }) } }).expiries).toEqual([
    { tagStatus: UNKNOWN, mostImages: undefined, mostDays: undefined }, { tagStatus: 'any', mostImages: UNKNOWN, mostDays: undefined },
  ]);
});
