import { type IPrincipal, type IRole, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { named } from '../named-errors';
import { evidenceOf } from './access/evidence-of';
import { EvidencePolicy } from './access/evidence-policy';
import type { StopEvidence } from './access/stop-evidence';
import { READER_ROLE } from './protocol/reader-role';

/**
 * Props of `StopReaderRole`.
 */
export interface StopReaderRoleProps {
  /**
   * The principal that can assume the role: the role of the central analyzer, from the output `RoleArn` of its stack.
   *
   * Use `withConditions` to require more, such as the organization of the caller. Use a `CompositePrincipal` for
   * several analyzers.
   */
  readonly assumedBy: IPrincipal;

  /**
   * The evidence that the role can read.
   *
   * @default - all evidence except logs
   */
  readonly evidence?: StopEvidence;
}

/**
 * The role with which a central stop analyzer reads an account that forwards its events. One role serves all Regions
 * of the account.
 *
 * The role has only the permissions for the evidence. Its name is always `hardened-fargate-stop-reader`.
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
    named(this, () => requireSources(evidence));
    const role = new Role(this, 'Role', {
      roleName: READER_ROLE,
      description: 'Allows the stop analyzer of a central account to read the evidence of stopped tasks',
      assumedBy: props.assumedBy,
    });
    const policy = new EvidencePolicy(this, 'Evidence', { role, evidence });
    policy.allowAccount();
    policy.allowEveryRegion();
    this.role = role;
  }
}

function requireSources({ sources }: StopEvidence): void {
  if (sources.length > 0) return;
  throw new Error('\'evidence\' is StopEvidence.NONE, but a reader role without permissions has no use; remove the StopReaderRole');
}
