import { type App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { canaryRelease } from '../../examples/canary-release/canary-release';
import { centralAnalyzer } from '../../examples/central-analyzer/central-analyzer';
import { internalApi } from '../../examples/internal-api/internal-api';
import { messageBroker } from '../../examples/message-broker/message-broker';
import { nightlyReport } from '../../examples/nightly-report/nightly-report';
import { sharedAnalyzer } from '../../examples/shared-analyzer/shared-analyzer';
import { shop } from '../../examples/shared-load-balancer/shop';
import { instrumentedApi } from '../../examples/sidecars/instrumented-api';
import { webService } from '../../examples/web-service/web-service';
import { mailer } from '../../examples/worker/mailer';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

/** Declares an example in one stack, or with what others share in a second one. */
export type Example = (stack: Stack, shared?: Stack) => void;

export type Form = (app: App, example: Example) => void;

export const EXAMPLES: Readonly<Record<string, Example>> = {
  'canary-release': canaryRelease,
  'central-analyzer': centralAnalyzer,
  'internal-api': internalApi,
  'message-broker': messageBroker,
  'nightly-report': nightlyReport,
  'shared-analyzer': sharedAnalyzer,
  'shared-load-balancer': shop,
  'sidecars': instrumentedApi,
  'web-service': webService,
  'worker': mailer,
};

/** The ways in which an app is divided into stacks. */
export const FORMS = {
  'one stack': (app, example) => example(new Stack(app, 'App')),
  'two stacks': (app, example) => example(new Stack(app, 'App'), new Stack(app, 'Shared')),
  'two nested stacks': (app, example) => {
    const parent = new Stack(app, 'Parent');
    example(new NestedStack(parent, 'App'), new NestedStack(parent, 'Shared'));
  },
  'two stacks of a stage': (app, example) => {
    const stage = new Stage(app, 'Prod');
    example(new Stack(stage, 'App'), new Stack(stage, 'Shared'));
  },
} as const satisfies Readonly<Record<string, Form>>;

interface Variant {
  readonly variant: string;
  readonly form: Form;
  readonly flags: Readonly<Record<string, unknown>>;
}

const variantsOf = (forms: Readonly<Record<string, Form>>, flagsName: keyof typeof FLAG_SETS): readonly Variant[] =>
  Object.entries(forms).map(([name, form]) => ({ variant: `${name} with ${flagsName}`, form, flags: FLAG_SETS[flagsName] }));

/** How an app is divided, and which flags it sets; no flag is about the number of stacks, so that one set of flags does for the others. */
export const VARIANTS: readonly Variant[] = [
  ...variantsOf(FORMS, 'the flags of cdk init'), ...variantsOf({ 'one stack': FORMS['one stack'] }, 'no flags'),
];

/** The same for slow judges that see templates alone: a stage changes only names in them. */
export const VARIANTS_OF_TEMPLATES = VARIANTS.filter(({ form }) => form !== FORMS['two stacks of a stage']);
