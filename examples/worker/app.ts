import { App, Stack } from 'aws-cdk-lib';
import { mailer } from './mailer';

const app = new App();
mailer(new Stack(app, 'Mailer'), new Stack(app, 'Network'));
