import { App, Stack } from 'aws-cdk-lib';
import { shop } from './shop';

const app = new App();
shop(new Stack(app, 'Shop'), new Stack(app, 'Platform'));
