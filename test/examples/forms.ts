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
