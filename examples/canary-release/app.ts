import { App, Stack } from 'aws-cdk-lib';
import { canaryRelease } from './canary-release';

const app = new App();
canaryRelease(new Stack(app, 'Shop'), new Stack(app, 'Platform'));
