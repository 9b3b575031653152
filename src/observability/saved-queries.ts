import { type ILogGroup, QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { LOGGED_ERROR } from '../aws/logged-error';

/**
 * What is searched for in the logs of a service.
 */
export interface SavedQueriesProps {
  /**
   * The log groups of the application.
   */
  readonly logGroups: ILogGroup[];

  /**
   * The log group in which the cluster records the sessions of ECS Exec.
   *
   * @default - no query for sessions is saved
   */
  readonly sessionLogGroup?: ILogGroup;

  /**
   * The folder in which CloudWatch Logs Insights lists the queries.
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
 * Queries of CloudWatch Logs Insights that somebody needs after a stop, saved in its console.
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
