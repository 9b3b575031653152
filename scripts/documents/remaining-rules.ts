/** A control of Control Tower that a hardened service does not meet by itself. */
export interface Remaining {
  readonly control: string;
  /** Paths below the service or its analyzer; the tests find the control at these parts and at no others. */
  readonly parts: readonly string[];
  readonly because: string;
  readonly comply: string;
}

const CDK_CUSTOM_RESOURCES = 'AWS679f53fac002430cb0da5b7982bd2287';

const NOT_POSSIBLE = 'exempt the resource';

export const REMAINING: readonly Remaining[] = [
  {
    control: 'CT.CLOUDWATCH.PR.1',
    parts: [
      'Alarms/Alternate/DeploymentErrors', 'Alarms/Alternate/UnhealthyTargets', 'Alarms/ConnectionResets', 'Alarms/MessagesTooOld', 'Alarms/UnhealthyTargets',
      'Alarms/CpuHigh', 'Alarms/DeploymentErrors', 'Alarms/MemoryNearLimit', 'Alarms/NoHealthyTarget', 'Alarms/RequestErrors', 'Alarms/ServiceDown',
      'Alarms/TasksMissing',
    ],
    because: 'The alarm `Health` tells people once for all of them, and `DeploymentErrors` tells ECS',
    comply: '`addAlarmAction` on each of `service.alarms`, and `alarms: { rollback: false }`',
  },
  {
    control: 'CT.CLOUDWATCH.PR.2',
    parts: ['LogGroup', 'Vpc/RejectedTraffic', 'stopAnalyzer/Log', 'stopAnalyzer/IncidentsWidget/Log'],
    because: 'Three months, or one for rejected traffic, are enough to find out why tasks stopped',
    comply: '`logRetention: RetentionDays.ONE_YEAR`, a `vpc` of your own, and overrides for the logs of the analyzer',
  },
  {
    control: 'CT.CLOUDWATCH.PR.3',
    parts: ['LogGroup', 'Vpc/RejectedTraffic', 'stopAnalyzer/Log', 'stopAnalyzer/IncidentsWidget/Log', `${CDK_CUSTOM_RESOURCES}/LogGroup`],
    because: 'CloudWatch Logs encrypts with keys of its own; a mistake in the policy of a key stops every task from starting',
    comply: '`logEncryptionKey`, a `vpc` of your own, and overrides for the logs of functions',
  },
  {
    control: 'CT.DYNAMODB.PR.1',
    parts: ['stopAnalyzer/HardenedFargateIncidents'],
    because: 'The stops to come rebuild what the table of incidents holds; a backup would cost more than it',
    comply: 'an override of `PointInTimeRecoverySpecification` on the table',
  },
  {
    control: 'CT.DYNAMODB.PR.2',
    parts: ['stopAnalyzer/HardenedFargateIncidents'],
    because: 'DynamoDB encrypts with a key of its own; a key costs more than the table',
    comply: "an override of `SSESpecification` on the table, with `SSEEnabled: true` and `SSEType: 'KMS'`",
  },
  {
    control: 'CT.EC2.PR.3',
    parts: ['Entrance/PublicNetwork/SecurityGroup'],
    because: 'The load balancer is declared public, on the port that it serves',
    comply: '`clients` with the addresses that can connect',
  },
  {
    control: 'CT.ECS.PR.3',
    parts: ['TaskDefinition'],
    because: 'The container of FireLens, and sidecars without `user`, run as their images say',
    comply: '`user` of each container',
  },
  {
    control: 'CT.ELASTICLOADBALANCING.PR.1',
    parts: ['Entrance/Internal/LoadBalancer/Listener'],
    because: 'Inside the VPC there is no name to issue a certificate for',
    comply: '`LoadBalancing.internal({ certificate })`',
  },
  {
    control: 'CT.ELASTICLOADBALANCING.PR.14',
    parts: ['Entrance/InternalNetwork/LoadBalancer', 'Entrance/PublicNetwork/LoadBalancer'],
    because: 'Traffic between Availability Zones costs money, and each zone has tasks',
    comply: 'the attribute `load_balancing.cross_zone.enabled` of `loadBalancer`',
  },
  {
    control: 'CT.ELASTICLOADBALANCING.PR.5',
    parts: [
      'Entrance/Internal/LoadBalancer', 'Entrance/Public/LoadBalancer',
      'Entrance/InternalNetwork/LoadBalancer', 'Entrance/PublicNetwork/LoadBalancer',
    ],
    because: 'Protection from deletion begins when the service has been up, so that a first deployment that fails can be rolled back',
    comply: "`service.loadBalancer.setAttribute('deletion_protection.enabled', 'true')`, and delete the load balancer of a failed first deployment by hand",
  },
  {
    control: 'CT.ELASTICLOADBALANCING.PR.6',
    parts: ['Entrance/InternalNetwork/LoadBalancer'],
    because: 'A network load balancer logs TLS requests only, and this one has no TLS listener',
    comply: NOT_POSSIBLE,
  },
  {
    control: 'CT.KMS.PR.3',
    parts: ['ExecAudit/Key', 'stopAnalyzer/TopicKey'],
    because: 'Who may create grants is left to the IAM policies of the account, as in every key of the CDK',
    comply: 'a statement on the key that denies all principals `kms:CreateGrant` where `kms:GrantIsForAWSResource` and `aws:PrincipalIsAWSService` are both false (`BoolIfExists`)',
  },
  {
    control: 'CT.LAMBDA.PR.3',
    parts: [CDK_CUSTOM_RESOURCES, 'Custom::VpcRestrictDefaultSGCustomResourceProvider/Handler', 'stopAnalyzer/Function', 'stopAnalyzer/IncidentsWidget/Function'],
    because: 'The functions call APIs of AWS only; in a VPC each would need endpoints for them',
    comply: NOT_POSSIBLE,
  },
  { control: 'CT.S3.PR.10', parts: ['Entrance/AccessLogs'], because: 'ELB writes access logs with keys of S3 only', comply: NOT_POSSIBLE },
  { control: 'CT.S3.PR.11', parts: ['Entrance/AccessLogs'], because: 'ELB writes each file once', comply: 'an override' },
  { control: 'CT.S3.PR.2', parts: ['Entrance/AccessLogs'], because: 'A log of the log would need another bucket, and so on', comply: 'an override' },
  { control: 'CT.S3.PR.4', parts: ['Entrance/AccessLogs'], because: 'No process waits for access logs', comply: '`addEventNotification`' },
  {
    control: 'CT.S3.PR.9',
    parts: ['Entrance/AccessLogs'],
    because: 'Access logs are no evidence, and locked they could not be deleted with an environment to throw away',
    comply: 'an override',
  },
  { control: 'CT.SQS.PR.1', parts: ['DeadLetters', 'StopForwarder/DeadLetterQueue', 'stopAnalyzer/DeadLetterQueue'], because: 'This is the dead-letter queue', comply: NOT_POSSIBLE },
];
