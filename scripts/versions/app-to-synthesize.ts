/** An app in JavaScript, because it is run with other versions of Node.js: a service, and with the argument `unsafe` an unsafe one. */
export const APP = `
const { App, Stack } = require('aws-cdk-lib');
const { Repository } = require('aws-cdk-lib/aws-ecr');
const { ContainerImage } = require('aws-cdk-lib/aws-ecs');
const { HardenedFargateService } = require('hardened-fargate');

const stack = new Stack(new App(), 'Shop');
const repository = Repository.fromRepositoryName(stack, 'Repository', 'shop/orders');
const { service } = new HardenedFargateService(stack, 'Api', { image: ContainerImage.fromEcrRepository(repository, '1.4.2'), user: '1000' });
if (process.argv[2] === 'unsafe') {
  service.node.defaultChild.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Enable', false);
}
`;
