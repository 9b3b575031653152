import { CfnParameter } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { PlainService } from '../plain-service';
import { type Declare, judgedTogether, lowLevel, override } from '../ways-to-break';

const POSTGRES = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 });
const AURORA = rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_17_4 });

type Change = (service: ecs.FargateService, database: rds.DatabaseInstance) => void;

/** The good service, which is told the address of a database. */
const told = (change: Change, props: Partial<rds.DatabaseInstanceProps> = {}): Declare =>
  (scope, vpc) => {
    const database = new rds.DatabaseInstance(scope, 'Database', { vpc, engine: POSTGRES, ...props });
    const environment = { DB_HOST: database.instanceEndpoint.hostname };
    change(new PlainService(scope, 'Plain', { vpc, container: { environment } }).service, database);
  };

/** The good service with the password of a cluster, whose secret tells where that is. */
const withLogin = (change: (service: ecs.FargateService, cluster: rds.DatabaseCluster) => void): Declare => (scope, vpc) => {
  const cluster = new rds.DatabaseCluster(scope, 'Cluster', { vpc, engine: AURORA, writer: rds.ClusterInstance.serverlessV2('Writer') });
  const secrets = cluster.secret && { LOGIN: ecs.Secret.fromSecretsManager(cluster.secret) };
  change(new PlainService(scope, 'Plain', { vpc, container: { secrets } }).service, cluster);
};

/** A service and a cache of resources that know nothing of each other. */
const withCache = (ingress: (scope: Construct) => Partial<ec2.CfnSecurityGroup.IngressProperty>): Declare => (scope, vpc) => {
  const securityGroupIngress = [{ ipProtocol: 'tcp', fromPort: 6379, toPort: 6379, ...ingress(scope) }];
  const group = new ec2.CfnSecurityGroup(scope, 'CacheGroup', { vpcId: vpc.vpcId, groupDescription: 'cache', securityGroupIngress });
  const cache = new elasticache.CfnServerlessCache(scope, 'Cache', {
    engine: 'valkey', serverlessCacheName: 'shop', securityGroupIds: [group.attrGroupId],
  });
  const tasks = new ec2.CfnSecurityGroup(scope, 'TaskGroup', { vpcId: vpc.vpcId, groupDescription: 'tasks' });
  lowLevel({
    container: { environment: [{ name: 'CACHE', value: cache.attrEndpointAddress }] },
    service: {
      networkConfiguration: {
        awsvpcConfiguration: { subnets: vpc.privateSubnets.map(({ subnetId }) => subnetId), securityGroups: [tasks.attrGroupId] },
      },
    },
  })(scope, vpc);
};

const closeOutbound: Declare = (scope, vpc) => {
  const securityGroups = [new ec2.SecurityGroup(scope, 'Narrow', { vpc, allowAllOutbound: false })];
  securityGroups[0].addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);
  const database = new rds.DatabaseInstance(scope, 'Database', { vpc, engine: POSTGRES, port: 5432 });
  database.connections.allowDefaultPortFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock));
  new PlainService(scope, 'Plain', { vpc, service: { securityGroups }, container: { environment: { DB_HOST: database.instanceEndpoint.hostname } } });
};

describe('database-admits-tasks', () => {
  const found = judgedTogether({
    ByAddress: told(() => undefined),
    ByLogin: withLogin(() => undefined),
    OtherPort: told((service, { connections }) => connections.allowFrom(service, ec2.Port.tcp(5432)), { port: 6432 }),
    ByOverride: told((service, database) => {
      database.connections.allowFrom(service, ec2.Port.tcp(5432));
      override(database.node.defaultChild as rds.CfnDBInstance, 'Port', '6432');
    }),
    ByL1: withCache(() => ({ sourceSecurityGroupId: 'sg-0123456789abcdef0' })),
    Outbound: closeOutbound,
    Fixed: told((service, { connections }) => connections.allowDefaultPortFrom(service)),
    FixedCluster: withLogin((service, { connections }) => connections.allowDefaultPortFrom(service)),
    Vpc: withCache(() => ({ cidrIp: '10.0.0.0/16' })),
    ByParameter: withCache(scope => ({ cidrIp: new CfnParameter(scope, 'Clients').valueAsString })),
    NotTold: (scope, vpc) => {
      new rds.DatabaseInstance(scope, 'Database', { vpc, engine: POSTGRES });
      new PlainService(scope, 'Plain', { vpc });
    },
    MadeElsewhere: (scope, vpc) => {
      const { securityGroupId } = ec2.SecurityGroup.fromSecurityGroupId(scope, 'Shared', 'sg-0123456789abcdef0');
      told((_, database) => override(database.node.defaultChild as rds.CfnDBInstance, 'VPCSecurityGroups', [securityGroupId]))(scope, vpc);
    },
  });

  test.each(['ByAddress', 'ByLogin', 'OtherPort', 'ByOverride', 'ByL1', 'Outbound'])('is reported for %s', stack => {
    expect(found(stack)).toEqual(['database-admits-tasks']);
  });

  test.each(['Fixed', 'FixedCluster', 'Vpc', 'ByParameter', 'NotTold', 'MadeElsewhere'])('is not reported for %s', stack => {
    expect(found(stack)).toEqual([]);
  });
});
