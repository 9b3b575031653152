import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { HardenedFargateService, type HardenedFargateServiceProps, LoadBalancing } from '../../src/index';

/** What may differ from the smallest service that there is. */
export type Differences = Partial<HardenedFargateServiceProps>;

export const newStack = (app = new App({ treeMetadata: false }), id = 'Shop'): Stack => new Stack(app, id);

/** An image in ECR that needs no Docker. */
export function imageIn(stack: Stack): ecs.ContainerImage {
  const id = 'Images';
  const known = stack.node.tryFindChild(id);
  const repository = known instanceof ecr.Repository ? known : new ecr.Repository(stack, id);
  return ecs.ContainerImage.fromEcrRepository(repository, '1.2.3');
}

/** The smallest service that there is, with differences. */
export const declareIn = (stack: Stack, differences: Differences = {}, id = 'Web'): HardenedFargateService =>
  new HardenedFargateService(stack, id, { image: imageIn(stack), ...differences });

/** A service in a stack of its own, synthesized; the guardrails judge it on the way. */
export function declared(
  differences: (stack: Stack) => Differences = () => ({}), then: (service: HardenedFargateService) => void = () => {},
): Template {
  const stack = newStack();
  then(declareIn(stack, differences(stack)));
  return Template.fromStack(stack);
}

/** What makes a worker a web service. */
export const behindHttps = (stack: Stack): Differences => ({
  containerPort: 8080,
  loadBalancing: LoadBalancing.publicHttps({ certificate: certificateIn(stack) }),
});

export const certificateIn = (stack: Stack): acm.ICertificate =>
  acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-central-1:111122223333:certificate/a-certificate');

/** The properties of the only resource of a type. */
export function only(template: Template, type: string): Record<string, any> {
  const found = Object.values(template.findResources(type));
  if (found.length !== 1) throw new Error(`${found.length} resources are of type ${type}`);
  return found[0].Properties;
}

export const containerOf = (template: Template): Record<string, any> => only(template, 'AWS::ECS::TaskDefinition').ContainerDefinitions[0];

/** The ids of the resources of a type, sorted. */
export const idsOf = (template: Template, type: string): string[] => Object.keys(template.findResources(type)).sort();

/** The short names of the endpoints in a template. */
export const endpointsOf = (template: Template): string[] => Object.values(template.findResources('AWS::EC2::VPCEndpoint'))
  .map(endpoint => JSON.stringify(endpoint.Properties.ServiceName).replace(/^.*"AWS::Region"\},"?\.?/, '').replace(/[^a-z0-9.]/g, '').replace(/^\./, '')).sort();
