import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { SoundConfiguration } from '../configuration';
import { addEndpoint, addS3Gateway, isolatedVpc, natVpc, START_UP_SERVICES } from '../parts/network';
import { soundService } from '../parts/service';

/** Networks that let through what a task needs, and hardly more. */
export const NARROW_NETWORKS: readonly SoundConfiguration[] = [
  {
    sentence: 'a worker whose security group allows outbound traffic only to its VPC endpoints and S3',
    declare: stack => {
      const vpc = isolatedVpc(stack);
      const endpoints = new ec2.SecurityGroup(stack, 'Endpoints', { vpc, allowAllOutbound: false });
      for (const service of START_UP_SERVICES) addEndpoint(vpc, service, { securityGroups: [endpoints], open: false });
      addS3Gateway(vpc);
      const tasks = new ec2.SecurityGroup(stack, 'Tasks', { vpc, allowAllOutbound: false });
      tasks.connections.allowTo(endpoints, ec2.Port.HTTPS);
      tasks.addEgressRule(ec2.Peer.prefixList('pl-6da54004'), ec2.Port.HTTPS, 'image layers come from S3');
      soundService(stack, { vpc, service: { securityGroups: [tasks] } });
    },
  },
  {
    sentence: 'a worker whose security group allows only outbound HTTPS',
    declare: stack => {
      const vpc = natVpc(stack);
      const tasks = new ec2.SecurityGroup(stack, 'Tasks', { vpc, allowAllOutbound: false });
      tasks.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);
      soundService(stack, { vpc, service: { securityGroups: [tasks] } });
    },
  },
  {
    sentence: 'a worker with outbound rules for its database and HTTPS, declared as separate resources',
    declare: stack => {
      const vpc = natVpc(stack);
      const tasks = new ec2.SecurityGroup(stack, 'Tasks', { vpc, allowAllOutbound: false, disableInlineRules: true });
      tasks.connections.allowTo(new ec2.SecurityGroup(stack, 'Database', { vpc }), ec2.Port.POSTGRES);
      tasks.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS);
      soundService(stack, { vpc, service: { securityGroups: [tasks] } });
    },
  },
  {
    sentence: 'a worker whose security group allows outbound HTTPS to a prefix list',
    declare: stack => {
      const vpc = natVpc(stack);
      const partners = new ec2.PrefixList(stack, 'Partners', { maxEntries: 5, entries: [{ cidr: '0.0.0.0/1' }, { cidr: '128.0.0.0/1' }] });
      const tasks = new ec2.SecurityGroup(stack, 'Tasks', { vpc, allowAllOutbound: false });
      tasks.addEgressRule(ec2.Peer.prefixList(partners.prefixListId), ec2.Port.HTTPS);
      soundService(stack, { vpc, service: { securityGroups: [tasks] } });
    },
  },
  {
    sentence: 'a worker with two security groups, one of which allows outbound traffic',
    declare: stack => {
      const vpc = natVpc(stack);
      const closed = new ec2.SecurityGroup(stack, 'Closed', { vpc, allowAllOutbound: false });
      const open = new ec2.SecurityGroup(stack, 'Open', { vpc });
      soundService(stack, { vpc, service: { securityGroups: [closed, open] } });
    },
  },
  {
    sentence: 'a worker whose VPC endpoints have policies for its own account and for image layers',
    declare: stack => {
      const vpc = isolatedVpc(stack);
      for (const service of START_UP_SERVICES) {
        addEndpoint(vpc, service).addToPolicy(new iam.PolicyStatement({
          principals: [new iam.AnyPrincipal()],
          actions: ['*'],
          resources: ['*'],
          conditions: { StringEquals: { 'aws:PrincipalAccount': Stack.of(stack).account } },
        }));
      }
      addS3Gateway(vpc).addToPolicy(new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:GetObject'],
        resources: [`arn:${stack.partition}:s3:::prod-${stack.region}-starport-layer-bucket/*`],
      }));
      soundService(stack, { vpc });
    },
  },
  {
    sentence: 'an environment file behind an S3 gateway endpoint whose policy allows buckets by stack name',
    declare: stack => {
      const vpc = isolatedVpc(stack);
      for (const service of START_UP_SERVICES) addEndpoint(vpc, service);
      addS3Gateway(vpc).addToPolicy(new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:GetObject'],
        resources: [`arn:${stack.partition}:s3:::prod-${stack.region}-starport-layer-bucket/*`, `arn:${stack.partition}:s3:::${stack.stackName.toLowerCase()}-*`],
      }));
      const bucket = new s3.Bucket(stack, 'Settings', { enforceSSL: true });
      const { taskDefinition } = soundService(stack, { vpc, container: { environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'production.env')] } });
      bucket.grantRead(taskDefinition.obtainExecutionRole(), 'production.env');
    },
  },
  {
    sentence: 'a worker behind network ACLs that allow outbound HTTPS and the inbound responses',
    declare: stack => {
      const vpc = natVpc(stack);
      const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc, subnetSelection: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } });
      const everybody = ec2.AclCidr.anyIpv4();
      acl.addEntry('HttpsOut', { ruleNumber: 100, cidr: everybody, direction: ec2.TrafficDirection.EGRESS, traffic: ec2.AclTraffic.tcpPort(443) });
      acl.addEntry('AnswersIn', { ruleNumber: 100, cidr: everybody, direction: ec2.TrafficDirection.INGRESS, traffic: ec2.AclTraffic.tcpPortRange(1024, 65535) });
      soundService(stack, { vpc });
    },
  },
  {
    sentence: 'a worker whose VPC endpoints allow inbound traffic from the VPC\'s CIDR range',
    declare: stack => {
      const vpc = isolatedVpc(stack, { ipAddresses: ec2.IpAddresses.cidr('10.20.0.0/16') });
      const endpoints = new ec2.SecurityGroup(stack, 'Endpoints', { vpc });
      endpoints.addIngressRule(ec2.Peer.ipv4('10.20.0.0/16'), ec2.Port.tcpRange(400, 500));
      for (const service of START_UP_SERVICES) addEndpoint(vpc, service, { securityGroups: [endpoints], open: false });
      addS3Gateway(vpc);
      soundService(stack, { vpc });
    },
  },
];
