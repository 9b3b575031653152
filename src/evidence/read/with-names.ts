import type { Evidence } from '../model/evidence';
import { present } from '../model/json-fields';
import type { NamedResources } from '../model/named-resources';
import type { NamesInText } from '../text/names-in-text';

/** The evidence with what else its source names; what the evidence says of itself is never replaced. */
export function withNames(evidence: Evidence, names: NamesInText): Evidence {
  const { region, account, cluster, service } = names;
  const named = { ...besides(evidence, names), ...evidence.named };
  return {
    ...present({ region, account, cluster, service: isOfNoService(evidence) ? undefined : service }),
    ...evidence,
    ...Object.keys(named).length > 0 ? { named } : {},
    ...present({ failedTasks: evidence.failedTasks?.map(task => withNames(task, { region, account, cluster, service })) }),
  };
}

const isOfNoService = ({ task: { group, startedBy } }: Evidence): boolean => group !== undefined || startedBy !== undefined;

/** What a description of the task has already is not named again. */
function besides({ task, targetGroup, serviceSettings }: Evidence, names: NamesInText): NamedResources {
  const attached = (name: string): boolean => task.attachments.some(({ details }) => name in details);
  const unless = (isKnown: boolean, name: string | undefined): string | undefined => isKnown ? undefined : name;
  return present({
    stack: names.stack,
    task: unless(task.taskArn !== undefined, names.task),
    taskDefinition: unless(task.taskDefinitionArn !== undefined, names.taskDefinition),
    targetGroupArn: unless(targetGroup?.arn !== undefined || serviceSettings?.targetGroupArn !== undefined, names.targetGroupArn),
    logGroup: names.logGroup,
    logStream: names.logStream,
    subnet: unless(attached('subnetId'), names.subnet),
    vpc: names.vpc,
    networkInterface: unless(attached('networkInterfaceId'), names.networkInterface),
    fileSystem: names.fileSystem,
    address: unless(attached('privateIPv4Address'), names.address),
    port: names.port,
    path: names.path,
  });
}
