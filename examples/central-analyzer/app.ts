import { App, Stack } from 'aws-cdk-lib';
import { centralAnalyzer } from './central-analyzer';

// Each stack is deployed with the credentials of its account.
const app = new App();
centralAnalyzer(new Stack(app, 'Orders'), new Stack(app, 'Central'));
