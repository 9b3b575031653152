import { App, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/** What cdk-nag finds in a stack; nothing is an empty text. */
export function nagFindings(declare: (stack: Stack) => void, props: StackProps = {}, context: Readonly<Record<string, unknown>> = {}): string {
  const app = new App({ context });
  declare(new Stack(app, 'Shop', props));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  try {
    app.synth();
    return '';
  } catch (error) {
    return String(error);
  }
}
