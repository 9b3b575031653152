import type { DatabaseFacts } from '../../facts/model/database';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every } from '../../facts/model/known';
import type { NetworkFacts } from '../../facts/model/network';
import type { ServiceRule } from '../model/rule';
import { admits, mayCall, type Traffic } from '../reachability/firewall';

export const databaseAdmitsTasks: ServiceRule = {
  id: 'database-admits-tasks',
  class: 'may fail',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  reads: ['network.securityGroups', 'network.subnets', 'network.vpc', 'task.databases'],
  title: 'Databases of the app should accept connections from the tasks that use them.',
  why: 'A container has the address or password of a database of the app. If security groups block the connection, it times out.',
  fix: 'Call database.connections.allowDefaultPortFrom with the FargateService, or with the service of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html'],
  prevents: [],
  breaks: {
    task: {
      databases: [{
        at: { path: 'Shop/Database', property: 'Properties.VPCSecurityGroups' },
        id: 'Shop/Database',
        port: 5432,
        securityGroups: [{ id: 'Shop/DatabaseGroup', ingress: [], egress: [] }],
      }],
    },
  },
  holds: ({ network, task }) => {
    if (!isKnown(network) || !isKnown(task) || !isKnown(task.databases)) return UNKNOWN;
    const answers = task.databases.map(database => ({ database, may: mayConnect(network, database) }));
    const [closed] = answers.filter(({ may }) => may === false);
    if (closed === undefined) return answers.every(({ may }) => may === true) || UNKNOWN;
    const { at, id, port } = closed.database;
    const onPort = typeof port === 'number' ? ` on port ${port}` : '';
    return { seen: `the security groups do not allow the tasks to connect to ${id}${onPort}`, at };
  },
};

/** The port of the engine is in no template, so that only a peer that nothing admits on any port is refused. */
function mayConnect(network: NetworkFacts, database: DatabaseFacts): Known<boolean> {
  const { subnets, vpc } = network;
  if (!isKnown(vpc) || !isKnown(subnets)) return UNKNOWN;
  const traffic: Traffic = { protocol: 'tcp', port: database.port ?? UNKNOWN };
  return every([
    mayCall(network, vpc, database, traffic),
    ...subnets.map(subnet => admits(database, network, subnet, vpc, traffic)),
  ]);
}
