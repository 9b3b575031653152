import { App, Stack } from 'aws-cdk-lib';
import { ACCOUNTS, centralAnalyzer } from './central-analyzer';

const app = new App();
const { central, member, region } = ACCOUNTS;
centralAnalyzer(
  new Stack(app, 'Orders', { env: { account: member, region } }),
  new Stack(app, 'Central', { env: { account: central, region } }),
);
