import { Duration } from 'aws-cdk-lib';
import { webService } from './declaration';

// 3. another port, and an application that takes three minutes to start
webService({ containerPort: 3000, startupTime: Duration.minutes(3) });
