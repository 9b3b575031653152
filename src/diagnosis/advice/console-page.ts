import { containerSettingsOf } from './container-settings';
import { knownName } from './known-name';
import { imagePartsOf, roleOf } from './named-resources';
import { shortName } from '../../aws/arn';
import { consoleHostOf } from '../../aws/partitions';
import type { Evidence } from '../../evidence/model/evidence';
import type { Action } from '../model/diagnosis';
import type { ConsolePage } from '../model/signature';

/** A page of the console: its title, and its address below the console's own; undefined where what it shows is not known by name. */
type PageAddress = (evidence: Evidence) => readonly [title: string, address: string] | undefined;

const PAGES: Readonly<Record<ConsolePage, PageAddress>> = { role, repository, log: logs, service };

/** The page of the AWS console on which to go on, as something to do; none where the evidence names nothing that has a page. */
export function consolePage(evidence: Evidence, pages: readonly ConsolePage[] = []): readonly Action[] {
  const host = consoleHostOf(evidence.region);
  if (host === undefined) return [];
  const [title, address] = pageOf(evidence, pages.map(page => PAGES[page])) ?? [];
  return title === undefined ? [] : [{ title, commands: [`https://${host}/${address}`], prop: null }];
}

/** The first page of which the names are known; that of the task or the service does for every cause. */
function pageOf(evidence: Evidence, pages: readonly PageAddress[]): ReturnType<PageAddress> {
  for (const page of [...pages, task, service]) {
    const found = page(evidence);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The log of the guilty container where its group is known, which stays there; else the tab of the task, which is gone with it. */
function logs(evidence: Evidence): ReturnType<PageAddress> {
  const address = logStream(evidence) ?? taskPage(evidence, 'logs');
  return address === undefined ? undefined : ['Read the log in the console.', address];
}

function logStream(evidence: Evidence): string | undefined {
  const { region, task: { taskArn } } = evidence;
  const { name, logGroup: given, logStreamPrefix, logRegion = region } = containerSettingsOf(evidence) ?? {};
  const logGroup = knownName(given);
  if (logGroup === undefined || logRegion !== region) return undefined;
  const events = logStreamPrefix && taskArn ? `/log-events/${fragment(`${logStreamPrefix}/${name}/${shortName(taskArn)}`)}` : '';
  return `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${fragment(logGroup)}${events}`;
}

function task(evidence: Evidence): ReturnType<PageAddress> {
  const address = taskPage(evidence, 'configuration');
  return address === undefined ? undefined : ['Open the task in the console.', address];
}

function taskPage({ region, cluster, task: { taskArn = '' } }: Evidence, tab: string): string | undefined {
  const [home, id] = [clusterPage(cluster), knownName(shortName(taskArn))];
  return home && id ? `${home}/tasks/${encodeURIComponent(id)}/${tab}?region=${region}` : undefined;
}

function service({ cluster, service: given, region }: Evidence): ReturnType<PageAddress> {
  const [home, name] = [clusterPage(cluster), knownName(given)];
  return home && name
    ? ['Open the service in the console.', `${home}/services/${encodeURIComponent(name)}/health?region=${region}`]
    : undefined;
}

function repository(evidence: Evidence): ReturnType<PageAddress> {
  const { ecr, repository: name } = imagePartsOf(evidence) ?? {};
  return ecr && name && ecr.region === evidence.region
    ? [
      'Open the repository in the console.',
      `ecr/repositories/private/${ecr.account}/${name.split('/').map(encodeURIComponent).join('/')}?region=${ecr.region}`,
    ]
    : undefined;
}

function role(evidence: Evidence): ReturnType<PageAddress> {
  const name = roleOf(evidence);
  return name
    ? ['Open the role in the console.', `iam/home?region=${evidence.region}#/roles/details/${encodeURIComponent(name)}`]
    : undefined;
}

const clusterPage = (cluster: string | undefined): string | undefined =>
  knownName(cluster) && `ecs/v2/clusters/${encodeURIComponent(cluster ?? '')}`;

/** CloudWatch reads the part after its `#` with every sign encoded twice, the second time with a dollar. */
const fragment = (text: string): string => encodeURIComponent(encodeURIComponent(text)).replaceAll('%', '$');
