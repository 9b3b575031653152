import { App, Stack } from 'aws-cdk-lib';
import { nightlyReport } from './nightly-report';

const app = new App();
nightlyReport(new Stack(app, 'Report'), new Stack(app, 'Platform'));
