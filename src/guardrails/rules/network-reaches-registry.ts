import type { ServiceRule } from '../model/rule';
import { hasWay, SURVEYED } from '../reachability/survey';

/** The first pull through a pull-through cache of ECR goes to the internet as well; whether it was made already, no template says. */
export const networkReachesRegistry: ServiceRule = {
  id: 'network-reaches-registry',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'Every task subnet should have a network path to the registry of each image.',
  why: 'VPC endpoints for ECR serve only private repositories. '
    + 'Without internet access, images from Docker Hub, GitHub, or ECR Public cannot be pulled, and no task starts.',
  fix: 'Copy the image to a private ECR repository. '
    + 'Or use subnets with a route to a NAT gateway: set vpc of HardenedFargateService, or vpcSubnets of other services.',
  see: [
    'https://docs.aws.amazon.com/AmazonECR/latest/public/public-vpc-endpoints.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
  ],
  prevents: ['pull/network'],
  breaks: {
    network: { subnets: { routes: [] } },
    task: { containers: { image: { reference: 'ghcr.io/example/shop:1.2.3', registry: 'other' } } },
  },
  holds: service => hasWay(service, 'registry'),
};
