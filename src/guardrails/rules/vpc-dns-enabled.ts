import type { ServiceRule } from '../model/rule';
import { unhindered, SURVEYED } from '../reachability/survey';

/** Host names are needed for endpoints and EFS only, so that a VPC which has none of them is not blamed. */
export const vpcDnsEnabled: ServiceRule = {
  id: 'vpc-dns-enabled',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'The VPC should have DNS support and DNS hostnames enabled.',
  why: 'Tasks find AWS services by name. '
    + 'Without both attributes, private DNS of VPC endpoints and the names of EFS file systems do not resolve.',
  fix: 'Remove enableDnsSupport and enableDnsHostnames from ec2.Vpc, or set them to true. '
    + 'The VPC that HardenedFargateService creates has both enabled.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
    'https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html',
  ],
  prevents: ['init/efs-dns', 'init/network'],
  breaks: { network: { vpc: { dnsHostnames: false } } },
  holds: service => unhindered(service, { blame: 'dns' }),
};
