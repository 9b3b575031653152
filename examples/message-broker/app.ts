import { App, Stack } from 'aws-cdk-lib';
import { messageBroker } from './message-broker';

const app = new App();
messageBroker(new Stack(app, 'Broker'));
