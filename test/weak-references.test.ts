import { App, Stack } from 'aws-cdk-lib';
import { FLAG_SETS } from './guardrails/cdk-init-flags';
import { declareIn } from './service/declare';

/** The exports of a stack whose cluster a service of another stack uses. */
function exportsOf(context: Readonly<Record<string, unknown>>): readonly string[] {
  const app = new App({ context });
  const [platform, shop] = ['Platform', 'Shop'].map(id => new Stack(app, id));
  const { cluster } = declareIn(platform, {}, 'First');
  declareIn(shop, { cluster });
  const { Outputs = {} } = app.synth().getStackByName('Platform').template as { Outputs?: Record<string, { Export?: object }> };
  return Object.keys(Outputs).filter(id => Outputs[id].Export !== undefined);
}

test.each(Object.entries(FLAG_SETS))('the last service that leaves a shared cluster is held by no export, with %s', (_, flags) => {
  expect(exportsOf(flags)).toEqual([]);
});
