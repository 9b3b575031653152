import { type ILogGroup, QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { LOGGED_ERROR } from '../aws/logged-error';

/**
 * Props of `SavedQueries`.
 */
export interface SavedQueriesProps {
  /**
   * The log groups of the application.
   */
  readonly logGroups: ILogGroup[];

  /**
   * The log group of the cluster's ECS Exec sessions.
   *
   * @default - no query for sessions is saved
   */
  readonly sessionLogGroup?: ILogGroup;

  /**
   * The folder of the queries in CloudWatch Logs Insights.
   *
   * @default - the path of the construct
   */
  readonly folder?: string;
}

type Query = NonNullable<ConstructorParameters<typeof QueryString>[0]>;

/** What each query shows of a line. */
const COLUMNS = { fields: ['@timestamp', '@logStream', '@message'] };

/** The errors of all tasks. */
export const errorsQuery = (limit: number): Query =>
  ({ ...COLUMNS, filterStatements: [`@message like ${LOGGED_ERROR}`], sort: '@timestamp desc', limit });

/**
 * Saved CloudWatch Logs Insights queries for the investigation of a stop.
 *
 * @example
 * new SavedQueries(stack, 'Queries', { logGroups: [service.logGroup] });
 */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, props: SavedQueriesProps) {
    super(scope, id);
    const { logGroups, sessionLogGroup, folder = this.node.path } = props;
    const save = (name: string, title: string, queried: ILogGroup[], query: Query) => new QueryDefinition(this, name, {
      queryDefinitionName: `${folder}/${title}`,
      logGroups: queried,
      queryString: new QueryString({ ...COLUMNS, ...query }),
    });
    save('ByRequest', 'One request, by its request or trace id', logGroups, {
      filterStatements: ['@message like "put the id here"'], sort: '@timestamp asc', limit: 1000,
    });
    // The name of a task's log stream ends in the id of the task.
    save('ByTask', 'Errors of one task, by its id', logGroups, {
      filterStatements: ['@logStream like "put the id of the task here"', `@message like ${LOGGED_ERROR}`],
      sort: '@timestamp asc',
      limit: 1000,
    });
    save('Errors', 'Errors, the latest first', logGroups, errorsQuery(200));
    if (sessionLogGroup) save('Sessions', 'Sessions of ECS Exec', [sessionLogGroup], { sort: '@timestamp desc', limit: 1000 });
  }
}
