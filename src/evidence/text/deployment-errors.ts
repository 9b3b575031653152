import { refusedOperation } from './refused-operation';

/** A tool that deploys, how its output is told, and the words of a failure in it. */
interface Tool {
  readonly form: string;
  readonly isOutput: RegExp;
  /** The words of the failure; the first group, where there is one. */
  readonly failure: RegExp;
}

/** How CloudFormation, CodeDeploy and the console name the circuit breaker, each in a whole sentence. */
const BREAKER = 'ECS (?:Deployment Circuit Breaker|deployment circuit breaker was triggered)'
  + '|^ECS deployment circuit breaker: tasks? failed to start\\.$';

/** The class of an exception, as Python prints it before its message. */
const CLASS = '[\\w.]{1,120}(?:Exception|Error): ';

/** An SDK that is refused what makes or changes services and tasks. */
const OF_ECS = refusedOperation('RunTask|StartTask|CreateService|UpdateService|CreateTaskSet|RegisterTaskDefinition|ExecuteCommand');

/** Whoever deploys with the AWS CLI; an application that is refused another operation says so in its log. */
const OF_DEPLOYING = refusedOperation(
  'RunTask|StartTask|\\w{1,12}(?:Service|TaskSet|TaskDefinition|Command|Cluster|Stack|ChangeSet|Deployment)s?',
);

const TOOLS: readonly Tool[] = [
  {
    form: 'the output of cdk deploy',
    isOutput: /❌ {1,4}\S+ failed|The stack named \S+ failed|✨ {1,4}Synthesis time|\d{1,4}\/\d{1,4} \| [\d:]{5,8} [AP]?M? ?\|/,
    failure: /(?:_FAILED\s.{0,200}?(?:Resource handler returned message: |AWS::ECS::\S+.{0,9}?)(.*)|Resource handler returned message: .*)/,
  },
  {
    form: 'an error of Terraform',
    isOutput: /^(?:Error: .{0,200}(?:ECS|ecs|aws_)|with (?:module\.\S+\.)?aws_\S+,)/,
    failure: /^Error: (.*)/,
  },
  {
    form: 'an error of Pulumi',
    isOutput: /^\W{0,12}(?:pulumi:pulumi:Stack|aws(?:-native)?:ecs:\w{1,40}) /,
    failure: /^error: {1,8}(?!\d{1,4} errors? occurred|update failed)(?:[\w./-]{1,80}:\d{1,6}: )?(?:sdk\.helper_schema: )?(.*)/,
  },
  {
    form: 'an error of CloudFormation',
    isOutput: new RegExp(`Resource handler returned message|HandlerErrorCode|(?:CREATE|UPDATE|DELETE)_FAILED|${BREAKER}`),
    failure: new RegExp(`(?:Resource handler returned message.*|(?<![^\\n]).*(?:${BREAKER}|_FAILED).*)`),
  },
  {
    form: 'an error of GitHub Actions',
    isOutput: /(?:##\[error\]|^::error|Resource is not in the state servicesStable|amazon-ecs-deploy-task-definition)/,
    failure: /(?:##\[error\](.*)|::error[^:]{0,200}::(.*)|^(?:Error: )?(.*servicesStable.*)|^Error: (.*))/,
  },
  {
    form: 'an error of the AWS CLI',
    isOutput: new RegExp(
      `^${OF_DEPLOYING}|^${CLASS}${OF_ECS}|Waiter \\w{1,80} failed: `,
    ),
    failure: new RegExp(`^(?:${CLASS})?(An error occurred .*)|^(?:.{0,120}?[ "'\`])?(Waiter \\w{1,80} failed: [^\`"]*)`),
  },
];

/** What a tool that deploys says of its failure; undefined where the text is none of its output. */
export function deploymentErrors(lines: readonly string[]): { readonly form: string; readonly reasons: readonly string[] } | undefined {
  for (const { form, isOutput, failure } of TOOLS) {
    if (!lines.some(line => isOutput.test(line))) continue;
    const reasons = lines.flatMap((line, index) => {
      const match = failure.exec(line);
      if (match === null || isExplainedBelow(line, lines[index + 1])) return [];
      return [whole(match.slice(1).find(group => group !== undefined) ?? match[0], lines.slice(index + 1))];
    });
    const told = [...new Set(reasons.map(reason => reason.replace(/^[\s|]{1,20}/, '').trim()).filter(reason => reason !== ''))];
    const longest = told.filter(reason => !told.some(other => other !== reason && other.includes(reason)));
    if (longest.length > 0) return { form, reasons: telling(longest) };
  }
  return undefined;
}

/** A failed resource whose reason has a line of its own. */
const isExplainedBelow = (line: string, next = ''): boolean =>
  line.includes('_FAILED') && !line.includes(HANDLER_SAYS) && next.trimStart().startsWith(HANDLER_SAYS);

const HANDLER_SAYS = 'Resource handler returned message';

/** What only says that something else failed is left out beside it. */
function telling(reasons: readonly string[]): readonly string[] {
  const others = reasons.filter(reason => !FOLLOWS.test(reason));
  return others.length > 0 ? others : reasons;
}

/** How CloudFormation and Terraform report what another failure brought about. */
const FOLLOWS = new RegExp([
  '^execution halted$',
  'The following resource\\(s\\) failed to (?:create|update|delete)',
  '^(?:The resource \\S{1,255}|This AWS::\\w{1,40}::\\w{1,80} resource) is in a [A-Z_]{1,40}_FAILED state\\.?$',
].join('|'));

/** A parenthesis or a quotation that is open at the end of a line goes on in the next ones. */
function whole(reason: string, following: readonly string[]): string {
  let text = reason;
  for (const line of following.slice(0, 5)) {
    const isOpen = count(text, '(') > count(text, ')') || count(text, '"') % 2 === 1;
    if (!isOpen || /^\s*(?:```|$)/.test(line)) return text;
    text = `${text} ${line.trim()}`;
  }
  return text;
}

const count = (text: string, part: string): number => text.split(part).length - 1;
