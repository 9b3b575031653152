import { App, Stack } from 'aws-cdk-lib';
import { instrumentedApi } from './instrumented-api';

const app = new App();
instrumentedApi(new Stack(app, 'Api'), new Stack(app, 'Platform'));
