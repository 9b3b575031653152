import { readSecurityGroups } from './security-groups';
import type { DatabaseFacts } from '../model/database';
import { grouped } from '../template/grouped';
import { asItems } from '../template/items';
import { placeOf, type Resource } from '../template/resource';
import { asNumber, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** The properties that hold the security groups of databases and caches, by their types. */
const GROUPS: Readonly<Record<string, string | undefined>> = {
  'AWS::DocDB::DBCluster': 'VpcSecurityGroupIds',
  'AWS::ElastiCache::CacheCluster': 'VpcSecurityGroupIds',
  'AWS::ElastiCache::ReplicationGroup': 'SecurityGroupIds',
  'AWS::ElastiCache::ServerlessCache': 'SecurityGroupIds',
  'AWS::MemoryDB::Cluster': 'SecurityGroupIds',
  'AWS::Neptune::DBCluster': 'VpcSecurityGroupIds',
  'AWS::RDS::DBCluster': 'VpcSecurityGroupIds',
  'AWS::RDS::DBInstance': 'VPCSecurityGroups',
  'AWS::RDS::DBProxy': 'VpcSecurityGroupIds',
  'AWS::Redshift::Cluster': 'VpcSecurityGroupIds',
};

const ATTACHMENT = 'AWS::SecretsManager::SecretTargetAttachment';

/** The databases of the app that the containers of a task are told of, by a variable or by a secret. */
export function readDatabases(templates: Templates, containers: Resolved): readonly DatabaseFacts[] {
  const told = asItems(containers).flatMap(container => [
    ...asItems(at(container, 'Environment')).map(variable => at(variable, 'Value')),
    ...asItems(at(container, 'Secrets')).map(secret => at(secret, 'ValueFrom')),
  ]);
  const databases = told.flatMap(value => symbolsIn(value)).flatMap(symbol => databasesNamed(templates, symbol));
  return [...new Set(databases)].map(database => readDatabase(templates, database));
}

const symbolsIn = (value: Resolved): readonly string[] => typeof value === 'string' ? value.match(/\$\{[^}]*\}/g) ?? [] : [];

/** A secret that is attached to a database tells where that is. */
function databasesNamed(templates: Templates, symbol: string): readonly Resource[] {
  const named = templates.referred(symbol);
  if (named === undefined) return [];
  const isSecret = named.type === 'AWS::SecretsManager::Secret';
  const attachments = named.type === ATTACHMENT ? [named] : isSecret ? attachedTo(templates, named) : [];
  const targets = attachments.flatMap(({ properties }) => templates.referred(properties.TargetId) ?? []);
  return [named, ...targets].map(resource => clusterOf(templates, resource)).filter(({ type }) => GROUPS[type] !== undefined);
}

const attachedTo = grouped(templates => templates.ofType(ATTACHMENT).flatMap(attachment => {
  const secret = templates.referred(attachment.properties.SecretId);
  return secret === undefined ? [] : [[secret, attachment] as const];
}));

/** An instance of a cluster has the security groups of its cluster. */
const clusterOf = (templates: Templates, resource: Resource): Resource =>
  resource.type === 'AWS::RDS::DBInstance' ? templates.referred(resource.properties.DBClusterIdentifier) ?? resource : resource;

function readDatabase(templates: Templates, database: Resource): DatabaseFacts {
  const groups = GROUPS[database.type] ?? '';
  return {
    at: placeOf(database, groups),
    id: database.path,
    port: asNumber(database.properties.Port),
    securityGroups: readSecurityGroups(templates, database.properties[groups]),
  };
}
