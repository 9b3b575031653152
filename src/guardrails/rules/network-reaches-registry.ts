import type { ServiceRule } from '../model/rule';
import { hasWay } from '../reachability/survey';

/** The first pull through a pull-through cache of ECR goes to the internet as well; whether it was made already, no template says. */
export const networkReachesRegistry: ServiceRule = {
  id: 'network-reaches-registry',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'From every task subnet the tasks reach the internet when an image is in a registry there.',
  why: 'Endpoints lead to private repositories of ECR only; an image of Docker Hub, GitHub or ECR Public cannot be pulled without a '
    + 'way to the internet, and no task ever starts.',
  fix: 'Copy the image to a private ECR repository, or place the tasks in subnets with a route to a NAT gateway: for '
    + 'HardenedFargateService set vpc to such a VPC, for other services set vpcSubnets.',
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
