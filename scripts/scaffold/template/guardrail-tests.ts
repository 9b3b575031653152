import type { CfnResource } from 'aws-cdk-lib';
import { changed, judgedTogether, override, withService } from '../../../test/guardrails/ways-to-break';

describe('new-guardrail', () => {
  const broken = judgedTogether({
    ByProp: withService({}),
    ByOverride: changed(({ service }) => override(service.node.defaultChild as CfnResource, 'TODO', 'TODO')),
  });

  test.each(['ByProp', 'ByOverride'])('is reported for a plain service that breaks it %s', stack => {
    expect(broken(stack)).toEqual(['new-guardrail']);
  });
});
