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
    because: 'The alarm `Health` sends one notification for all of them, and ECS reads `DeploymentErrors`',
    comply: '`addAlarmAction` on each of `service.alarms`, and `alarms: { rollback: false }`',
  },
  {
    control: 'CT.CLOUDWATCH.PR.2',
    parts: ['LogGroup', 'Vpc/RejectedTraffic', 'stopAnalyzer/Log', 'stopAnalyzer/IncidentsWidget/Log'],
    because: 'Three months (one month for rejected traffic) are enough to find the causes of stopped tasks',
    comply: '`logRetention: RetentionDays.ONE_YEAR`, your own `vpc`, and overrides for the logs of the analyzer',
  },
  {
    control: 'CT.CLOUDWATCH.PR.3',
    parts: ['LogGroup', 'Vpc/RejectedTraffic', 'stopAnalyzer/Log', 'stopAnalyzer/IncidentsWidget/Log', `${CDK_CUSTOM_RESOURCES}/LogGroup`],
    because: 'CloudWatch Logs encrypts with its own keys; with a wrong key policy, no task can start',
    comply: '`logEncryptionKey`, your own `vpc`, and overrides for the logs of functions',
  },
  {
    control: 'CT.DYNAMODB.PR.1',
    parts: ['stopAnalyzer/HardenedFargateIncidents'],
    because: 'Later stops rebuild the table of incidents, so a backup has no value',
    comply: 'an override of `PointInTimeRecoverySpecification` on the table',
  },
  {
    control: 'CT.DYNAMODB.PR.2',
    parts: ['stopAnalyzer/HardenedFargateIncidents'],
    because: 'DynamoDB encrypts with its own key; a KMS key costs more than the table',
    comply: "an override of `SSESpecification` on the table, with `SSEEnabled: true` and `SSEType: 'KMS'`",
  },
  {
    control: 'CT.EC2.PR.3',
    parts: ['Entrance/PublicNetwork/SecurityGroup'],
    because: 'The app declares the load balancer as public on this port',
    comply: '`clients` with the addresses that can connect',
  },
  {
    control: 'CT.ECS.PR.3',
    parts: ['TaskDefinition'],
    because: 'The FireLens container, and sidecars without `user`, run as the user of their image',
    comply: '`user` of each container',
  },
  {
    control: 'CT.ELASTICLOADBALANCING.PR.1',
    parts: ['Entrance/Internal/LoadBalancer/Listener'],
    because: 'An internal load balancer has no domain name for a certificate',
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
    because: 'Deletion protection starts when the service is stable, so a failed first deployment can be rolled back',
    comply: "`service.loadBalancer.setAttribute('deletion_protection.enabled', 'true')`, and delete the load balancer yourself after a failed first deployment",
  },
  {
    control: 'CT.ELASTICLOADBALANCING.PR.6',
    parts: ['Entrance/InternalNetwork/LoadBalancer'],
    because: 'A network load balancer logs only TLS connections, and this one has no TLS listener',
    comply: NOT_POSSIBLE,
  },
  {
    control: 'CT.KMS.PR.3',
    parts: ['ExecAudit/Key', 'stopAnalyzer/TopicKey'],
    because: 'As in every key of the CDK, IAM policies of the account control who can create grants',
    comply: 'a statement on the key that denies all principals `kms:CreateGrant` where `kms:GrantIsForAWSResource` and `aws:PrincipalIsAWSService` are both false (`BoolIfExists`)',
  },
  {
    control: 'CT.LAMBDA.PR.3',
    parts: [CDK_CUSTOM_RESOURCES, 'Custom::VpcRestrictDefaultSGCustomResourceProvider/Handler', 'stopAnalyzer/Function', 'stopAnalyzer/IncidentsWidget/Function'],
    because: 'The functions call only AWS APIs; in a VPC, they would need endpoints',
    comply: NOT_POSSIBLE,
  },
  { control: 'CT.S3.PR.10', parts: ['Entrance/AccessLogs'], because: 'Elastic Load Balancing supports only SSE-S3 for access logs', comply: NOT_POSSIBLE },
  { control: 'CT.S3.PR.11', parts: ['Entrance/AccessLogs'], because: 'Elastic Load Balancing writes each file once', comply: 'an override' },
  { control: 'CT.S3.PR.2', parts: ['Entrance/AccessLogs'], because: 'A log of this bucket would need another bucket', comply: 'an override' },
  { control: 'CT.S3.PR.4', parts: ['Entrance/AccessLogs'], because: 'No process needs notifications of access logs', comply: '`addEventNotification`' },
  {
    control: 'CT.S3.PR.9',
    parts: ['Entrance/AccessLogs'],
    because: 'Object Lock would prevent the deletion of temporary environments',
    comply: 'an override',
  },
  { control: 'CT.SQS.PR.1', parts: ['DeadLetters', 'StopForwarder/DeadLetterQueue', 'stopAnalyzer/DeadLetterQueue'], because: 'This is a dead-letter queue', comply: NOT_POSSIBLE },
];
