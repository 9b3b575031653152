import { App, Stack } from 'aws-cdk-lib';
import { internalApi } from './internal-api';

const app = new App();
internalApi(new Stack(app, 'Caller'), new Stack(app, 'Platform'));
