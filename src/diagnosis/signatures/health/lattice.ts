import { aws, describeService } from '../../advice/commands';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'a VPC Lattice target is unhealthy',
  words: ['VPC_LATTICE_TARGET_UNHEALTHY', 'unhealthy in (vpc lattice|VPC Lattice|lattice)', 'failed (VPC |)Lattice health checks'],
};

/** VPC Lattice takes a task for unhealthy. */
export const healthLattice: Signature = {
  cause: 'health/lattice',
  atBest: 'likely',
  saysLeast: true,
  retriable: null,
  says: 'VPC Lattice marked a target of the service unhealthy. '
    + 'Check the path, port, and protocol of the target group, and allow inbound traffic from the VPC Lattice prefix list.',
  toConfirm: 'List the targets of the VPC Lattice target group. '
    + 'A target with the status UNHEALTHY confirms it, and its reason code shows why.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'service',
  stopFamilies: { 'health check': 3 },
  seenIn: [{ serviceEvent: 'VPC_LATTICE_TARGET_UNHEALTHY' }],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'possible' })),
  actions: evidence => [
    {
      title: 'Read the reason code of the unhealthy target.',
      commands: [
        `${describeService(evidence)} --query 'services[].deployments[].vpcLatticeConfigurations'`,
        aws(evidence, 'vpc-lattice list-targets --target-group-identifier <target-group>'),
      ],
      prop: null,
    },
  ],
};
