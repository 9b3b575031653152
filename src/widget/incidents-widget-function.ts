import { join } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, type IFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { SERVICE_PRINCIPALS } from '../aws/service-principals';
import { namingTable } from '../incidents/table/table-environment';
import { TABLE_SHAPE, WIDGET_ACTIONS } from '../incidents/table/table-shape';

/** The handler and the AWS SDK in one file, made by `npm run bundle`. */
const BUNDLE = join(__dirname, '..', '..', 'assets', 'widget', 'incidents-widget');

/** In MB; with it comes as much of a processor as several hundred small answers take in a second. */
const MEMORY = 512;

/** The function that answers a custom widget with incidents, and that may read their table and write its own log. */
export class IncidentsWidgetFunction extends Construct {
  public readonly handler: IFunction;

  constructor(scope: Construct, id: string, { tableName, tableArn }: ITable) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(this, 'Role', {
      description: 'Allows the incidents widget to read the table of incidents',
      assumedBy: new ServicePrincipal(SERVICE_PRINCIPALS.lambda),
    });
    const handler = new LambdaFunction(this, 'Function', {
      description: 'Shows the incidents of Fargate services on CloudWatch dashboards',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(BUNDLE),
      handler: 'index.handler',
      memorySize: MEMORY,
      timeout: Duration.seconds(15),
      environment: namingTable(tableName),
      role,
      logGroup,
    });
    logGroup.grantWrite(role);
    const indexArn = `${tableArn}/index/${TABLE_SHAPE.index.name}`;
    role.addToPolicy(new PolicyStatement({ actions: [...WIDGET_ACTIONS.table], resources: [tableArn] }));
    role.addToPolicy(new PolicyStatement({ actions: [...WIDGET_ACTIONS.index], resources: [indexArn] }));
    explainToCdkNag(handler);
    this.handler = handler;
  }
}

/** Says why what cdk-nag finds in the function is right. */
function explainToCdkNag(handler: LambdaFunction): void {
  const explain = (id: string, reason: string): void => Validations.of(handler).acknowledge({ id, reason });
  explain('Serverless-LambdaDLQ', 'The dashboard invokes the function synchronously; nothing invokes it asynchronously.');
  explain('Serverless-LambdaTracing', 'The function only reads one table; its log shows errors.');
}
