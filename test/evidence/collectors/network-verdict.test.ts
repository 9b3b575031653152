import { declared, deployedStop } from './a-deployed-stop';
import { WORDS } from './deployed-scenarios';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { boundedAccount } from '../../../src/evidence/collect/bounded-account';
import { collectEvidence } from '../../../src/evidence/collectors/collect-evidence';
import { readEvidence } from '../../../src/evidence/read/read-evidence';
import { ISOLATED, WORKER } from '../../guardrails/corpus/bad/twins';
import type { Declare } from '../../guardrails/corpus/configuration';

type Thing = Readonly<Record<string, any>>;

/** What the account answers to one call, item by item, after something was changed there. */
interface Change {
  readonly action: string;
  readonly list: string;
  readonly to: (thing: Thing) => Thing;
}

const endpoints = (service: string, fields: Thing): Change => ({
  action: 'ec2:DescribeVpcEndpoints',
  list: 'VpcEndpoints',
  to: endpoint => endpoint.ServiceName.endsWith(`.${service}`) ? { ...endpoint, ...fields } : endpoint,
});

const acls = (keeps: (entry: Thing) => boolean): Change => ({
  action: 'ec2:DescribeNetworkAcls', list: 'NetworkAcls', to: acl => ({ ...acl, Entries: acl.Entries.filter(keeps) }),
});

const POLICY_FOR_LOGS = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'logs:*', Resource: '*' }] });

/** ECS cut it off before the words that tell why. */
const CUT = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
  + 'unable to retrieve ecr registry auth: service call has been retried 3 time(s)';

const NO_INTERFACE = 'Unexpected EC2 error while attempting to Create Network Interface in subnet subnet-0a1b2c3d';

interface Missing {
  readonly missing: string;
  readonly deployed: Declare;
  readonly changes?: readonly Change[];
  readonly subnet?: number;
  readonly stoppedReason?: string;
  readonly cause?: string;
  /** The clue word for word, in which ids are left out. */
  readonly verdict: string;
}

const PULL = { stoppedReason: WORDS.pullConnection, cause: 'pull/network' } as const;

const EVERYTHING = "tasks cannot reach 'ecr.api', 'ecr.dkr', 's3', 'logs', because from subnet-…";

const ECR_API = "tasks cannot reach 'ecr.api', because from subnet-…";

const S3 = "tasks cannot reach 's3', because from subnet-…";

const NETWORKS: readonly Missing[] = [
  {
    missing: 'a route to the NAT gateway',
    deployed: declared('a private subnet without a route to the NAT gateway'),
    subnet: 1,
    verdict: `${EVERYTHING} (route table rtb-…) there is neither a VPC endpoint nor a route to a NAT gateway`,
  },
  {
    missing: 'a route from the NAT gateway to the internet',
    deployed: declared('a NAT gateway in a subnet without a route to the internet gateway'),
    verdict: `${EVERYTHING} the subnet of the NAT gateway nat-… has no route to an internet gateway`,
  },
  {
    missing: 'a public IP address',
    deployed: declared('tasks without public IP addresses in public subnets'),
    verdict: `${EVERYTHING} the only route is to an internet gateway, which a task without a public IP address cannot use`,
  },
  {
    missing: 'every endpoint',
    deployed: declared('isolated subnets without VPC endpoints'),
    verdict: `${EVERYTHING} (route table rtb-…) there is neither a VPC endpoint nor a route to a NAT gateway`,
  },
  {
    missing: 'one endpoint',
    deployed: declared('isolated subnets without a VPC endpoint for the ECR API'),
    verdict: `${ECR_API} (route table rtb-…) there is neither a VPC endpoint nor a route to a NAT gateway`,
  },
  {
    missing: 'a ready interface endpoint, which is pending',
    deployed: ISOLATED,
    changes: [endpoints('ecr.api', { State: 'pending' })],
    verdict: `${ECR_API} the endpoint vpce-… is not ready: its state is pending`,
  },
  {
    missing: 'a ready interface endpoint, which awaits acceptance',
    deployed: ISOLATED,
    changes: [endpoints('ecr.api', { State: 'pendingAcceptance' })],
    verdict: `${ECR_API} the endpoint vpce-… is not ready: its state is pendingAcceptance`,
  },
  {
    missing: 'a ready gateway endpoint',
    deployed: ISOLATED,
    changes: [endpoints('s3', { State: 'pending' })],
    ...PULL,
    verdict: `${S3} the endpoint vpce-… is not ready: its state is pending`,
  },
  {
    missing: 'an endpoint that was not rejected',
    deployed: ISOLATED,
    changes: [endpoints('ecr.api', { State: 'rejected' })],
    verdict: `${ECR_API} (route table rtb-…) there is neither a VPC endpoint nor a route to a NAT gateway`,
  },
  {
    missing: 'the gateway endpoint in the route table',
    deployed: declared('an S3 gateway endpoint in the route table of only one of two subnets'),
    subnet: 1,
    ...PULL,
    verdict: `${S3} (route table rtb-…) the gateway endpoint vpce-… is not associated with the route table`,
  },
  {
    missing: 'private DNS of the endpoint',
    deployed: ISOLATED,
    changes: [endpoints('ecr.api', { PrivateDnsEnabled: false })],
    verdict: `${ECR_API} private DNS of the endpoint vpce-… is off`,
  },
  {
    missing: 'an inbound rule of the security group of the endpoint',
    deployed: ISOLATED,
    changes: [{ action: 'ec2:DescribeSecurityGroups', list: 'SecurityGroups', to: group => ({ ...group, IpPermissions: [] }) }],
    verdict: `${ECR_API} the security groups sg-… of the endpoint vpce-… allow no traffic from the tasks on port 443`,
  },
  {
    missing: 'an outbound rule of the security group of the tasks',
    deployed: declared('a security group without outbound rules'),
    verdict: `${EVERYTHING} the security groups of the tasks do not allow outbound traffic to this destination on port 443`,
  },
  {
    missing: 'the action in the policy of an interface endpoint',
    deployed: ISOLATED,
    changes: [endpoints('ecr.api', { PolicyDocument: POLICY_FOR_LOGS })],
    verdict: `${ECR_API} the policy of the endpoint vpce-… does not allow ecr:GetAuthorizationToken`,
  },
  {
    missing: 'the bucket of the image layers in the policy of the gateway endpoint',
    deployed: declared('an S3 gateway endpoint whose policy does not allow the bucket with the image layers'),
    ...PULL,
    verdict: `${S3} the policy of the endpoint vpce-… does not allow s3:GetObject on `
      + 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer',
  },
  {
    missing: 'an outbound rule of the network ACL of the subnet',
    deployed: ISOLATED,
    changes: [acls(({ Egress }) => !Egress)],
    ...PULL,
    verdict: `${S3} the network ACL does not allow outbound HTTPS`,
  },
  {
    missing: 'an inbound rule of the network ACL for the answers',
    deployed: ISOLATED,
    changes: [acls(({ Egress }) => Egress)],
    ...PULL,
    verdict: `${S3} the network ACL does not allow inbound responses on ports above 32767`,
  },
  {
    missing: 'rules of the network ACLs between the subnet and an endpoint in another one',
    deployed: ISOLATED,
    subnet: 1,
    changes: [acls(({ Egress }) => Egress), {
      action: 'ec2:DescribeVpcEndpoints', list: 'VpcEndpoints', to: endpoint => ({ ...endpoint, SubnetIds: endpoint.SubnetIds.slice(0, 1) }),
    }],
    verdict: `${ECR_API} network ACLs block traffic to or from the endpoint vpce-…`,
  },
  {
    missing: 'rules of the network ACL of the NAT gateway',
    deployed: declared('a network ACL of the NAT gateway\'s subnets that does not allow inbound response traffic'),
    verdict: `${EVERYTHING} the network ACLs of the NAT gateway nat-… block HTTPS requests or their responses`,
  },
  {
    missing: 'DNS hostnames of the VPC',
    deployed: declared('a VPC with interface endpoints but without DNS hostnames'),
    verdict: "tasks cannot reach 'ecr.api', 'ecr.dkr', 'logs', because from subnet-… DNS hostnames of vpc-… are off",
  },
  {
    missing: 'DNS support of the VPC',
    deployed: declared('a VPC without DNS resolution'),
    verdict: `${EVERYTHING} DNS support of vpc-… is off`,
  },
  {
    missing: 'a free IP address in the subnet',
    deployed: WORKER,
    changes: [{ action: 'ec2:DescribeSubnets', list: 'Subnets', to: subnet => ({ ...subnet, AvailableIpAddressCount: 0 }) }],
    stoppedReason: NO_INTERFACE,
    cause: 'init/eni-no-free-ip',
    verdict: 'subnet-…: 0 free IP addresses',
  },
];

const withoutIds = (quote: string): string => quote.replace(/\b(subnet|rtb|vpce|vpc|sg|nat)-0[0-9a-f]+/g, '$1-…');

test.each(NETWORKS)('without $missing, the verdict names what is missing, and a likely cause becomes certain', async ({
  deployed, changes = [], subnet, stoppedReason = CUT, cause = 'init/network', verdict,
}) => {
  const { account, event } = await deployedStop(deployed, { stoppedReason }, subnet);
  const send: typeof account = async (action, ...rest) => {
    const answer = await account(action, ...rest) as Record<string, any>;
    return changes.filter(change => change.action === action)
      .reduce((changed, { list, to }) => ({ ...changed, [list]: changed[list].map(to) }), answer);
  };
  const [evidence] = await collectEvidence(event, boundedAccount(send));
  const [without, found] = [diagnose(readEvidence(event)[0]), diagnose(evidence)];
  expect([without.cause, without.confidence]).toEqual([cause, 'likely']);
  expect([found.cause, found.confidence]).toEqual([cause, 'certain']);
  expect(found.clues.map(({ quote }) => withoutIds(quote).split('; ')[0])).toContain(verdict);
});

test('an interface endpoint in one Availability Zone serves the subnets of the others, so the network has no fault', async () => {
  const { account, event } = await deployedStop(ISOLATED, { stoppedReason: CUT }, 1);
  const send: typeof account = async (action, ...rest) => {
    const answer = await account(action, ...rest) as Record<string, any>;
    return action === 'ec2:DescribeVpcEndpoints' ? {
      ...answer, VpcEndpoints: answer.VpcEndpoints.map((endpoint: Thing) => ({ ...endpoint, SubnetIds: endpoint.SubnetIds.slice(0, 1) })),
    } : answer;
  };
  const [{ broken = [] }] = await collectEvidence(event, boundedAccount(send));
  expect(broken.filter(({ guardrail }) => /^(?:network-|endpoint-|vpc-)/.test(guardrail))).toEqual([]);
});
