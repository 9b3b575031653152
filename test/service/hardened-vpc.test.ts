import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { behindHttps, declareIn, newStack } from './declare';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

/** The network of a VPC that is made here, without the metadata of the CDK. */
const networkOf = (stack: Stack) => Object.fromEntries(
  Object.entries<{ Type: string; Properties: unknown }>(Template.fromStack(stack).toJSON().Resources)
    .filter(([id, { Type: type }]) => id.startsWith('FirstVpc') && /Subnet|Route|Gateway|VPC$/.test(type))
    .map(([id, { Properties: properties }]) => [id, properties]),
);

describe('a VPC that is made here', () => {
  test('gets its public subnets with the first public service, whichever that is, and no other subnet changes', () => {
    const [workerFirst, publicFirst, workers] = ['WorkerFirst', 'PublicFirst', 'Workers'].map(name => new Stack(new App(), name, { stackName: 'Shop' }));
    declareIn(workerFirst, { ...behindHttps(workerFirst), cluster: declareIn(workerFirst, {}, 'First').cluster }, 'Second');
    declareIn(publicFirst, behindHttps(publicFirst), 'First');
    declareIn(workers, {}, 'First');
    const named = (network: object, name: string) => JSON.parse(JSON.stringify(network).replaceAll(`${name}/`, 'Shop/')) as object;
    const grown = named(networkOf(workerFirst), 'WorkerFirst');
    expect(grown).toEqual(named(networkOf(publicFirst), 'PublicFirst'));
    expect(grown).toMatchObject(named(networkOf(workers), 'Workers'));
    expect(Object.keys(grown).filter(id => id.includes('Public')).length).toBeGreaterThan(0);
  });

  test.each(Object.entries(FLAG_SETS))('grows in its own stack for a public service of another, with %s', (_, context) => {
    const app = new App({ context });
    const [platform, shop] = ['Platform', 'Shop'].map(id => new Stack(app, id));
    const { cluster } = declareIn(platform, {}, 'First');
    const web = declareIn(shop, { ...behindHttps(shop), cluster });
    expect(web.vpc.publicSubnets).toHaveLength(2);
    const { Resources } = app.synth().getStackByName('Platform').template;
    expect(Object.keys(Resources)).toContain('FirstVpcIGW3186E395');
  });
});

test('a VPC of the app without public subnets takes no public load balancer, and the error says what to do', () => {
  const stack = newStack();
  const vpc = new ec2.Vpc(stack, 'Own', { subnetConfiguration: [{ name: 'Tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] });
  expect(() => declareIn(stack, { ...behindHttps(stack), vpc })).toThrow(
    "'loadBalancing' is public, but 'vpc' 'Shop/Own' has no public subnets for the load balancer; add them to the VPC, in two Availability Zones, "
      + "or set 'loadBalancing' to LoadBalancing.internal()",
  );
});
