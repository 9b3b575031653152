import { type ILogGroup, QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

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

/** The words of errors, whichever language an application is written in. */
const ERROR = String.raw`/(?i)(error|exception|\b(fatal|panic|traceback|critical|denied|refused|unreachable|out of memory|timed? ?out))\b/`;

/**
 * Queries of CloudWatch Logs Insights that somebody needs after a stop, saved in its console.
 */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, props: SavedQueriesProps) {
    super(scope, id);
    const { logGroups, sessionLogGroup, folder = this.node.path } = props;
    const save = (name: string, title: string, queried: ILogGroup[], query: ConstructorParameters<typeof QueryString>[0]) =>
      new QueryDefinition(this, name, {
        queryDefinitionName: `${folder}/${title}`,
        logGroups: queried,
        queryString: new QueryString({ fields: ['@timestamp', '@logStream', '@message'], ...query }),
      });
    save('ByRequest', 'One request, by its request or trace id', logGroups, {
      filterStatements: ['@message like "put the id here"'], sort: '@timestamp asc', limit: 1000,
    });
    save('Errors', 'Errors, the latest first', logGroups, {
      filterStatements: [`@message like ${ERROR}`], sort: '@timestamp desc', limit: 200,
    });
    if (sessionLogGroup) save('Sessions', 'Sessions of ECS Exec', [sessionLogGroup], { sort: '@timestamp desc', limit: 1000 });
  }
}
