import { RemovalPolicy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { changed, type Declare, judgedTogether } from '../ways-to-break';

interface Files {
  /** Who may mount the file system. */
  readonly policy?: (taskRole: iam.IRole) => iam.PolicyDocument;
  readonly signsIn?: boolean;
  readonly allowed?: boolean;
}

/** The good service with one more volume, on a file system that is declared without the help of the CDK. */
const withFiles = ({ policy, signsIn = false, allowed = false }: Files): Declare => changed(({ task, container }) => {
  const files = new efs.CfnFileSystem(task, 'Files', { fileSystemPolicy: policy?.(task.taskRole) });
  files.applyRemovalPolicy(RemovalPolicy.RETAIN);
  const authorizationConfig: ecs.AuthorizationConfig | undefined = signsIn ? { iam: 'ENABLED' } : undefined;
  task.addVolume({ name: 'files', efsVolumeConfiguration: { fileSystemId: files.ref, transitEncryption: 'ENABLED', authorizationConfig } });
  container.addMountPoints({ sourceVolume: 'files', containerPath: '/files', readOnly: false });
  if (allowed) task.addToTaskRolePolicy(new iam.PolicyStatement({ actions: ['elasticfilesystem:Client*'], resources: [files.attrArn] }));
});

const granting = (...grants: iam.PolicyStatementProps[]): iam.PolicyDocument =>
  new iam.PolicyDocument({ statements: grants.map(grant => new iam.PolicyStatement(grant)) });

const WRITE = 'elasticfilesystem:ClientWrite';
const MOUNT = 'elasticfilesystem:ClientMount';
const onlyWrite = () => granting({ principals: [new iam.AnyPrincipal()], actions: [WRITE], conditions: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } } });

describe('file-system-admits-tasks', () => {
  const found = judgedTogether({
    Anonymous: withFiles({ policy: onlyWrite }),
    RoleAlone: withFiles({ policy: role => granting({ principals: [role], actions: [MOUNT] }) }),
    Denied: withFiles({ policy: () => granting({ principals: [new iam.AnyPrincipal()], actions: ['elasticfilesystem:*'] }, { effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: [MOUNT] }) }),
    WithoutPermission: withFiles({ policy: onlyWrite, signsIn: true }),
    WithoutPolicy: withFiles({}),
    WithoutPolicySigningIn: withFiles({ signsIn: true }),
    Everybody: withFiles({ policy: () => granting({ principals: [new iam.AnyPrincipal()], actions: [MOUNT, WRITE] }) }),
    UnderCondition: withFiles({ policy: () => granting({ principals: [new iam.AnyPrincipal()], actions: [MOUNT], conditions: { Bool: { 'aws:SecureTransport': 'true' } } }) }),
    AllowedByRole: withFiles({ policy: onlyWrite, signsIn: true, allowed: true }),
    AllowedByPolicy: withFiles({ policy: role => granting({ principals: [role], actions: [MOUNT] }), signsIn: true }),
  });
  const files = (stack: string): readonly string[] => found(stack).filter(rule => rule === 'file-system-admits-tasks');

  test.each(['Anonymous', 'RoleAlone', 'Denied', 'WithoutPermission'])('is reported for %s', stack => {
    expect(files(stack)).toEqual(['file-system-admits-tasks']);
  });

  test.each(['WithoutPolicy', 'WithoutPolicySigningIn', 'Everybody', 'UnderCondition', 'AllowedByRole', 'AllowedByPolicy'])('is not reported for %s', stack => {
    expect(files(stack)).toEqual([]);
  });
});
