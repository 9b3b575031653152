import { Duration } from 'aws-cdk-lib';
import { webService } from './declaration';

// another port, and a startup time of three minutes
webService({ containerPort: 3000, startupTime: Duration.minutes(3) });
