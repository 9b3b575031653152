import { withCopilotWhole } from './copilot';
import { isCalled, namesInProse } from './names-in-prose';
import { linesOf } from './plain-text';
import { arnBeforeRegion, arnPattern } from '../../aws/arn';
import { REGION_PATTERN } from '../../aws/partitions';

/** A kind of thing that texts name. */
type Kind = 'region' | 'account' | 'cluster' | 'service' | 'stack' | 'task' | 'taskDefinition' | 'targetGroupArn' | 'logGroup' | 'logStream'
  | 'subnet' | 'vpc' | 'networkInterface' | 'fileSystem' | 'address' | 'port' | 'path';

/** The names that stand in a text, each where it is the only one of its kind. */
export type NamesInText = { readonly [kind in Kind]?: string };

const NAME = '([\\w-]{1,255})';
const ECS = arnPattern('ecs');
const RESOURCES_OF_A_CLUSTER = '(?:task|service|container|container-instance|service-deployment|service-revision|task-set)';
const STACK = '([A-Za-z][A-Za-z0-9-]{0,127})';
const ADDRESS = '(\\d{1,3}(?:\\.\\d{1,3}){3})';
const IN_ANY_SERVICE = arnBeforeRegion('(?:ecs|elasticloadbalancing|logs|cloudformation|codedeploy|states|batch)');
const REGION = `(${REGION_PATTERN})`;
const IN_QUOTES = '["\']{0,2}';

/** Where each kind is named, the surest place first; a place with several names hides those that follow. */
const PLACES: Readonly<Record<Kind, readonly RegExp[]>> = {
  region: places(
    `${IN_ANY_SERVICE}${REGION}:`,
    `https://${REGION}\\.console\\.|[?&]region=${REGION}`,
    `--region[= ]${IN_QUOTES}${REGION}`,
    `\\b${REGION}[a-f]\\b`,
    `\\b[Rr]egi[oó]n(?:[ _-]?name)?\\W{1,8}${REGION}\\b|\\bAWS_(?:DEFAULT_)?REGION\\W{1,6}${REGION}\\b|\\(\\d{12}-${REGION}\\b`,
    `(?<![\\w./@-])${REGION}(?![\\w/-]|\\.\\w|:\\d|::)`,
  ),
  account: places(
    `${IN_ANY_SERVICE}[\\w-]*:(\\d{12}):`,
    `\\((\\d{12})-${REGION_PATTERN}\\b|^\\W{0,10}(?:AWS )?[Aa]ccount(?: ID| id)?\\W{1,8}(\\d{12})\\W{0,4}$`,
  ),
  cluster: places(
    `${ECS}cluster/${NAME}|${ECS}${RESOURCES_OF_A_CLUSTER}/${NAME}/`,
    `/clusters/${NAME}`,
    `--cluster[= ]${IN_QUOTES}${NAME}`,
  ),
  service: places(
    `${ECS}service/(?:[\\w-]{1,255}/)?${NAME}|${ECS}service-(?:deployment|revision)/[\\w-]{1,255}/${NAME}/`,
    `\\(service ${NAME}\\)|(?<=["'\\s=])service:${NAME}`,
    `/clusters/[\\w-]{1,255}/services/${NAME}`,
    `--services?[= ]${IN_QUOTES}${NAME}|--service-name[= ]${IN_QUOTES}${NAME}|"serviceName": ?"${NAME}"`,
  ),
  stack: places(
    `The stack named ${STACK} |\\bstack ${STACK} did not complete`,
    `❌ {1,4}(?!Deployment )(?:\\S{1,255} \\()?${STACK}\\)? failed`,
    `^${STACK} \\| {1,8}\\d{1,4}/\\d{1,4} \\| .{0,120}(?:FAILED|ROLLBACK)`,
    `"StackName": ?"${STACK}"|<StackName>${STACK}</StackName>|--stack-name[= ]${IN_QUOTES}${STACK}`,
    `${arnPattern('cloudformation')}stack/${STACK}/`,
    `AWS::CloudFormation::Stack {1,80}(?:\\| {1,20})?${STACK}`,
  ),
  task: places(
    `${ECS}task/(?:[\\w-]{1,255}/)?([0-9a-f]{32})\\b`,
    '\\(task ([0-9a-f]{32})\\)|/tasks/([0-9a-f]{32})\\b',
    `--tasks?[= ]${IN_QUOTES}([0-9a-f]{32})\\b`,
    '\\b[Tt]asks?(?:[ -]?(?:ID|Id|id))?\\W{1,8}(?:[\\w-]{1,255}/)?([0-9a-f]{32})\\b',
  ),
  taskDefinition: places(
    `${ECS}task-definition/([\\w-]{1,255}:\\d{1,9})`,
    '--task-definition[= ]["\']{0,2}([\\w-]{1,255}:\\d{1,9})\\b',
    '\\b[Tt]ask[ -]?[Dd]ef(?:inition)?\\W{1,6}([A-Za-z][\\w-]{0,254}:\\d{1,9})\\b',
  ),
  targetGroupArn: places(`(${arnPattern('elasticloadbalancing')}targetgroup/[\\w-]{1,64}/[0-9a-f]{1,32})\\b`),
  logGroup: places(
    `${arnPattern('logs')}log-group:([\\w./#-]{1,512})`,
    '["\']?awslogs-group["\']?(?: ?[:=] ?| => )["\']?([\\w./#-]{1,512})|"logGroup(?:Name)?": ?"([\\w./#-]{1,512})"',
    `--log-group-name[= ]${IN_QUOTES}([\\w./#-]{1,512})|aws logs tail ${IN_QUOTES}([\\w./#-]{1,512})`,
    '\\b[Ll]og[ -]?[Gg](?:roup|ruppe)(?: [Nn]ame)?(?: is| ist|:|=)?[\\s*`"\']{1,6}([\\w.#-]{0,255}/[\\w./#-]{0,255}[\\w#-])',
    '(?<![\\w./:~-])(/(?:aws/)?ecs/[\\w./#-]{0,500}[\\w#-])',
  ),
  logStream: places('"(?:logStreamName|@logStream)": ?"([\\w.-]{1,255}/[\\w.-]{1,255}/[0-9a-f]{4,36})"'),
  subnet: places('\\b(subnet-[0-9a-f]{8,17})\\b'),
  vpc: places('\\b(vpc-[0-9a-f]{8,17})\\b'),
  networkInterface: places('\\b(eni-[0-9a-f]{8,17})\\b'),
  fileSystem: places('\\b(fs-[0-9a-f]{8,17})\\b'),
  address: places(
    `\\(instance ${ADDRESS}\\)`,
    `HTTP_HOST header: .${ADDRESS}|add '${ADDRESS}' to ALLOWED_HOSTS|Blocked hosts?: ${ADDRESS}`,
  ),
  port: places(
    '\\(port (\\d{1,5})\\) (?:is unhealthy|\\()',
    'HTTP_HOST header: .[\\d.]{7,15}:(\\d{1,5})|Blocked hosts?: [\\d.]{7,15}:(\\d{1,5})',
  ),
  path: places('\\b(?:GET|HEAD) (/[\\w./-]{0,255}) .{0,120}ELB-HealthChecker'),
};

function places(...patterns: readonly string[]): readonly RegExp[] {
  return patterns.map(pattern => new RegExp(pattern, 'gm'));
}

/** So much of both ends of a text is looked at: no answer of AWS is longer, and what a long log names stands in its last lines. */
const ENOUGH = 128 * 1024;

/** The names that stand in a text. */
export function namesInText(whole: string): NamesInText {
  const ends = whole.length <= 2 * ENOUGH ? whole : `${whole.slice(0, ENOUGH)}\n${whole.slice(-ENOUGH)}`;
  const text = withCopilotWhole(linesOf(ends)).join('\n');
  const names: { [kind in Kind]?: string } = {};
  for (const kind of Object.keys(PLACES) as readonly Kind[]) {
    const inPlaces = firstPlace(text, PLACES[kind]);
    const found = inPlaces.size === 0 && isCalled(kind) ? namesInProse(text, kind) : inPlaces;
    if (found.size === 1) [names[kind]] = found;
  }
  return names;
}

/** What the first of the places names that names anything. */
function firstPlace(text: string, patterns: readonly RegExp[]): ReadonlySet<string> {
  for (const pattern of patterns) {
    const found = [...text.matchAll(pattern)].filter(isWhole).map(match => String(match.slice(1).find(group => group !== undefined)));
    if (found.length > 0) return new Set(found);
  }
  return new Set();
}

/** A name that goes on after a cut, or in a sign that names have not, is another one. */
const isWhole = ({ 0: whole, index, input }: RegExpExecArray): boolean =>
  !/^(?: ?(?:…|\.\.\.)|\*|:\/\/|\$|\[redacted)/.test(input.slice(index + whole.length, index + whole.length + 10));
