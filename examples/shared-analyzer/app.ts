import { App, Stack } from 'aws-cdk-lib';
import { sharedAnalyzer } from './shared-analyzer';

const app = new App();
sharedAnalyzer(new Stack(app, 'Accounting'), new Stack(app, 'Platform'));
