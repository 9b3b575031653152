import type { ServiceRule } from '../model/rule';
import { unhindered } from '../reachability/survey';

/** Host names are needed for endpoints and EFS only, so that a VPC which has none of them is not blamed. */
export const vpcDnsEnabled: ServiceRule = {
  id: 'vpc-dns-enabled',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'The VPC resolves the names of what the tasks need: DNS support is on, and DNS host names for endpoints and EFS.',
  why: 'Everything that a task needs goes by a name; AWS refuses private DNS for an endpoint, and resolves no name of a file '
    + 'system, in a VPC without both attributes.',
  fix: 'Leave enableDnsSupport and enableDnsHostnames of ec2.Vpc out or set them to true; HardenedFargateService makes its own VPC so.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
    'https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html',
  ],
  prevents: ['init/efs-dns', 'init/network'],
  breaks: { network: { vpc: { dnsHostnames: false } } },
  holds: service => unhindered(service, { blame: 'dns' }),
};
