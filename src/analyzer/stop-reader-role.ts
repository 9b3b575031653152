import { type IPrincipal, type IRole, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { evidenceOf } from './access/evidence-of';
import { EvidencePolicy } from './access/evidence-policy';
import type { StopEvidence } from './access/stop-evidence';
import { READER_ROLE } from './protocol/reader-role';

/**
 * What a central stop analyzer may read of an account.
 */
export interface StopReaderRoleProps {
  /**
   * Who may assume the role: the role of the central analyzer, which the output `RoleArn` of its stack names.
   *
   * `withConditions` asks for more, such as the organization of the caller; a `CompositePrincipal` admits several analyzers.
   */
  readonly assumedBy: IPrincipal;

  /**
   * What the role may read.
   *
   * @default - what an analyzer of a whole account reads: everything but the logs
   */
  readonly evidence?: StopEvidence;
}

/**
 * The role by which a central stop analyzer reads an account that forwards its stops; one for all Regions of the account.
 *
 * The role may do what the collectors of the evidence call, and nothing else. Its name is fixed, so that the analyzer knows it:
 * `hardened-fargate-stop-reader`.
 *
 * @example
 * new StopReaderRole(stack, 'StopReaderRole', {
 *   assumedBy: new iam.ArnPrincipal('arn:aws:iam::111122223333:role/StopAnalyzer').withConditions({
 *     StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
 *   }),
 * });
 */
export class StopReaderRole extends Construct {
  /**
   * The role that the analyzer assumes.
   */
  public readonly role: IRole;

  constructor(scope: Construct, id: string, props: StopReaderRoleProps) {
    super(scope, id);
    const evidence = evidenceOf({ evidence: props.evidence });
    if (evidence.sources.length === 0) {
      throw new Error(
        '\'evidence\' is StopEvidence.NONE, but a reader role that may read nothing has no use; leave out the StopReaderRole',
      );
    }
    const role = new Role(this, 'Role', {
      roleName: READER_ROLE,
      description: 'Lets the stop analyzer of a central account read why tasks of this account stopped',
      assumedBy: props.assumedBy,
    });
    const policy = new EvidencePolicy(this, 'Evidence', { role, evidence });
    policy.allowAccount();
    policy.allowEveryRegion();
    this.role = role;
  }
}
