import { readFacts } from '../../src/cli/facts/read-facts';
import { templatesOf } from '../facts/templates-of';
import { handWrittenTemplate } from '../guardrails/corpus/sound/hand-written-template';

test('a service that cannot be read is named, instead of ending the command', () => {
  const { Resources } = handWrittenTemplate();
  const broken = {
    ...Resources.Service,
    Properties: {
      ...Resources.Service.Properties,
      get DesiredCount(): never {
        throw new Error('out of memory');
      },
    },
  };
  const { unreadable } = readFacts(templatesOf({ ...Resources, Broken: broken }));
  expect(unreadable).toContainEqual({ place: 'Broken', reason: 'could not be read: Error: out of memory' });
});
