import { App, Stack } from 'aws-cdk-lib';
import { webService } from './web-service';

webService(new Stack(new App(), 'Shop'));
