import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { HardenedFargateService } from '../../src/index';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';
import { declareIn } from '../service/declare';

/** A service and its database in stacks of their own; the service knows the address of the database, or not. */
function connected(connect: (service: HardenedFargateService, database: rds.DatabaseInstance) => void, context = {}, knowsAddress = true): App {
  const app = new App({ context });
  const [network, data, shop] = ['Network', 'Data', 'Shop'].map(id => new Stack(app, id));
  const vpc = new ec2.Vpc(network, 'Vpc');
  const database = new rds.DatabaseInstance(data, 'Database', { vpc, engine: rds.DatabaseInstanceEngine.POSTGRES });
  const environment = knowsAddress ? { DB_HOST: database.dbInstanceEndpointAddress } : undefined;
  connect(declareIn(shop, { vpc, environment }), database);
  return app;
}

describe.each(Object.entries(FLAG_SETS))('with %s, a database in another stack', (_, flags) => {
  test('that admits the service from its own side is refused, with the call to write instead', () => {
    expect(() => connected((service, database) => database.connections.allowDefaultPortFrom(service), flags).synth()).toThrow(
      "the security group rule of 'Data/Database/SecurityGroup' for 'Shop/Web' makes the stack 'Data' depend on 'Shop', but 'Shop' uses "
        + "'Data/Database/Resource', and two stacks cannot depend on each other; create the rule in the stack of the service: "
        + 'service.connections.allowToDefaultPort(database) instead of database.connections.allowDefaultPortFrom(service)',
    );
  });

  test('admits the service from the side of the service', () => {
    const assembly = connected((service, database) => service.connections.allowToDefaultPort(database), flags).synth();
    const { Resources } = assembly.getStackByName('Shop').template;
    expect(Object.values<{ Type: string }>(Resources).map(({ Type }) => Type)).toContain('AWS::EC2::SecurityGroupIngress');
  });

  test('may admit the service from its own side where nothing else joins the stacks', () => {
    expect(() => connected((service, database) => database.connections.allowDefaultPortFrom(service), flags, false).synth()).not.toThrow();
  });
});
