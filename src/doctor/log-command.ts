import { parseArn, shortName } from '../aws/arn';
import { awslogsStreamOf } from '../evidence/model/awslogs-stream';
import { type JsonObject, objects, text } from '../evidence/model/json-fields';

/** What names the log of a container needs no quotes in a shell; other names are left out. */
const PLAIN = /^[\w./#-]+$/;

/**
 * The command that tells more of the log of a task: a diagnosis, which reads it, of a task that stopped; of any other, the lines that
 * there are, or where they go.
 */
export function logCommand(task: JsonObject, definition: JsonObject | undefined): string | undefined {
  const arn = text(task.taskArn);
  if (arn === undefined) return undefined;
  if (task.lastStatus === 'STOPPED') return `hardened-fargate diagnose --task ${arn}`;
  const region = parseArn(arn)?.region;
  const stream = objects(definition?.containerDefinitions).flatMap(container => awslogsStreamOf(container, shortName(arn)) ?? [])
    .find(({ group, name }) => PLAIN.test(group + name));
  if (stream !== undefined) return `aws logs tail ${stream.group} --log-stream-names ${stream.name} --region ${stream.region ?? region}`;
  return `aws ecs describe-task-definition --task-definition ${String(task.taskDefinitionArn)} --region ${region} `
    + "--query 'taskDefinition.containerDefinitions[].logConfiguration'";
}
