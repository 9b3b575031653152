import { readDocuments } from '../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';

const SAYS = 'Resource handler returned message: "Error occurred during operation \'ECS Deployment Circuit Breaker was triggered\'." (HandlerErrorCode: GeneralServiceException)';

describe.each([
  ['the reason in the next line', `3:12:44 AM | UPDATE_FAILED        | AWS::ECS::Service | ApiServiceD5B4A50A\n${SAYS}\n ❌  ShopStack failed`],
  ['the path of the construct', `ShopStack | 3/7 | 3:12:44 AM | UPDATE_FAILED        | AWS::ECS::Service | Api/Service (ApiServiceD5B4A50A) ${SAYS}\n ❌  ShopStack failed`],
  ['a column of its own', `3:12:44 AM | UPDATE_FAILED | AWS::ECS::Service | ApiServiceD5B4A50A | ${SAYS}`],
])('a failed service in the output of cdk deploy, with %s', (_, text) => {
  const [evidence, ...others] = readDocuments('deploy.txt', text, {}).evidence;
  const { cause, clues, actions } = diagnose(evidence);

  test('is one failed deployment', () => expect([others, cause]).toEqual([[], 'deploy/circuit-breaker']));

  test('is quoted without what separates columns', () => expect(clues.map(({ quote }) => quote).filter(quote => /^\W*\|/.test(quote))).toEqual([]));

  test('has a logical id, which is the name of no service', () => {
    expect(evidence.service).toBeUndefined();
    expect(actions.flatMap(({ commands }) => commands).join('\n')).not.toContain('ApiServiceD5B4A50A');
  });
});
