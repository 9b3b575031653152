import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type CfnResource, Validations } from 'aws-cdk-lib';
import { ROOT } from './documents';
import { ShopStack } from '../../examples/getting-started/shop-stack';
import type { HardenedFargateService } from '../../src';

/** The message of the error that synthesis ends with. */
function messageOf(synthesize: () => unknown): string | undefined {
  try {
    synthesize();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test('the stack that a beginner pastes is the one that is compiled here', () => {
  expect(/<!-- examples\/getting-started\/shop-stack\.ts.*-->\n```ts nofixture\n([\s\S]*?)```/.exec(read('docs/GETTING-STARTED.md'))?.[1])
    .toBe(read('examples/getting-started/shop-stack.ts'));
});

describe('the stack', () => {
  const unsafe = (): { app: App; api: HardenedFargateService } => {
    const app = new App();
    const { api } = new ShopStack(app, 'ShopStack');
    (api.service.node.defaultChild as CfnResource).addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Enable', false);
    return { app, api };
  };

  test('synthesizes', () => {
    const app = new App();
    new ShopStack(app, 'ShopStack');
    expect(() => app.synth()).not.toThrow();
  });

  test('fails with the line that makes it unsafe, and with the finding that the document prints', () => {
    const [printed] = /^ERROR The circuit breaker is off[^`]*/m.exec(read('docs/GETTING-STARTED.md')) ?? [];
    const withoutLineBreaks = (text = '') => text.replace(/\s+/g, ' ').trim();
    expect(withoutLineBreaks(messageOf(() => unsafe().app.synth()))).toContain(withoutLineBreaks(printed));
  });

  test('passes with the acknowledgment that the document shows', () => {
    const { app, api } = unsafe();
    Validations.of(api).acknowledge({ id: 'HardenedFargate::circuit-breaker', reason: 'the pipeline rolls back a failed deployment' });
    expect(() => app.synth()).not.toThrow();
    expect(read('docs/GETTING-STARTED.md'))
      .toContain("id: 'HardenedFargate::circuit-breaker',\n      reason: 'the pipeline rolls back a failed deployment',");
  });
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
