import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type CfnResource } from 'aws-cdk-lib';
import { ROOT } from './documents';
import { ShopStack } from '../../examples/getting-started/shop-stack';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test('the stack that a beginner pastes is the one that is compiled here', () => {
  expect(/<!-- examples\/getting-started\/shop-stack\.ts.*-->\n```ts nofixture\n([\s\S]*?)```/.exec(read('docs/GETTING-STARTED.md'))?.[1])
    .toBe(read('examples/getting-started/shop-stack.ts'));
});

test('it synthesizes, and fails with the line that makes it unsafe', () => {
  expect(() => new App().synth()).not.toThrow();
  const app = new App();
  const { api } = new ShopStack(app, 'Shop');
  (api.service.node.defaultChild as CfnResource).addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Enable', false);
  expect(() => app.synth()).toThrow();
});

describe('with an account and a Region', () => {
  const lookedUp = (Shop: typeof ShopStack): readonly string[] => {
    const app = new App();
    new Shop(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
    return (app.synth().manifest.missing ?? []).map(({ provider }) => provider);
  };

  test('synthesis looks up the Availability Zones', () => expect(lookedUp(ShopStack)).toEqual(['availability-zones']));

  test('synthesis looks up nothing if the stack sets them, as the document shows', () => {
    class ShopInZones extends ShopStack {
      public override get availabilityZones(): string[] {
        return ['eu-west-1a', 'eu-west-1b'];
      }
    }
    expect(lookedUp(ShopInZones)).toEqual([]);
    expect(read('docs/GETTING-STARTED.md')).toContain("public get availabilityZones(): string[] {\n      return ['eu-west-1a', 'eu-west-1b'];");
  });
});

test.each(['python/app.py', 'java/src/main/java/shop/OrdersApp.java', 'go/main.go'])('the example %s is there to be copied', file => {
  expect(read(join('examples', 'languages', file))).toContain('HardenedFargateService');
});
