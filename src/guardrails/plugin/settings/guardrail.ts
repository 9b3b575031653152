import type { Acknowledgment } from 'aws-cdk-lib';
import { GuardrailLevel } from './guardrail-level';
import { GuardrailSetting } from './guardrail-setting';
import { PLUGIN_NAME } from './plugin-name';
import type { IServiceRule } from './service-rule';

/**
 * One of the guardrails, to change the level of its findings or to acknowledge one of them.
 */
export class Guardrail {
  // From the catalog, by `npm run docs`.
  /** Every alarm of the service should have an action. */
  public static readonly ALARMS_HAVE_ACTIONS = new Guardrail('alarms-have-actions');
  /** The task definition should set the CPU architecture that its images are built for. */
  public static readonly ARCHITECTURE_STATED = new Guardrail('architecture-stated');
  /** ECS should rebalance the tasks across Availability Zones. */
  public static readonly AVAILABILITY_ZONE_REBALANCING = new Guardrail('availability-zone-rebalancing');
  /** The service should use a capacity provider strategy instead of a launch type. */
  public static readonly CAPACITY_PROVIDER_STRATEGY = new Guardrail('capacity-provider-strategy');
  /** The capacity provider strategy should have settings that ECS accepts. */
  public static readonly CAPACITY_SETTINGS_VALID = new Guardrail('capacity-settings-valid');
  /** The deployment circuit breaker should be enabled with rollback. */
  public static readonly CIRCUIT_BREAKER = new Guardrail('circuit-breaker');
  /** The CPU units of the containers should fit into the CPU units of the task. */
  public static readonly CONTAINER_CPU_FITS = new Guardrail('container-cpu-fits');
  /** The cluster should have Container Insights enabled. */
  public static readonly CONTAINER_INSIGHTS = new Guardrail('container-insights');
  /** Every container should have a log configuration, including sidecars. */
  public static readonly CONTAINER_LOGGING = new Guardrail('container-logging');
  /** The memory of the containers should fit into the task memory. */
  public static readonly CONTAINER_MEMORY_FITS = new Guardrail('container-memory-fits');
  /** Every container that shares a task should have a hard memory limit. */
  public static readonly CONTAINER_MEMORY_LIMIT = new Guardrail('container-memory-limit');
  /** The deployment controller should support the other deployment settings of the service. */
  public static readonly CONTROLLER_SUPPORTS_DEPLOYMENT = new Guardrail('controller-supports-deployment');
  /** Databases of the app should accept connections from the tasks that use them. */
  public static readonly DATABASE_ADMITS_TASKS = new Guardrail('database-admits-tasks');
  /** Every dependsOn condition should be one that the other container can reach. */
  public static readonly DEPENDENCY_HAS_HEALTH_CHECK = new Guardrail('dependency-has-health-check');
  /** A rolling deployment should be able to replace tasks without stopping all of them. */
  public static readonly DEPLOYMENT_CAN_PROGRESS = new Guardrail('deployment-can-progress');
  /** The deregistration delay should be at least the stop timeout and at most 120 seconds. */
  public static readonly DEREGISTRATION_FITS_DRAIN = new Guardrail('deregistration-fits-drain');
  /** Scaling alone should set the desired count, within limits that keep the service available. */
  public static readonly DESIRED_COUNT_OWNED_ONCE = new Guardrail('desired-count-owned-once');
  /** An EFS volume with an access point should not set a root directory. */
  public static readonly EFS_ACCESS_POINT_ROOT = new Guardrail('efs-access-point-root');
  /** EFS volumes should use transit encryption. */
  public static readonly EFS_IN_TRANSIT_ENCRYPTION = new Guardrail('efs-in-transit-encryption');
  /** The task security groups should allow the outbound traffic that task startup needs. */
  public static readonly EGRESS_ADMITS_START_UP = new Guardrail('egress-admits-start-up');
  /** VPC endpoints should accept requests from the tasks that use them. */
  public static readonly ENDPOINT_ADMITS_TASKS = new Guardrail('endpoint-admits-tasks');
  /** A container should have at most 10 environment files, each with the extension .env. */
  public static readonly ENVIRONMENT_FILE_VALID = new Guardrail('environment-file-valid');
  /** Containers should have at most 100 environment variables, and task definitions at most 64 KiB. */
  public static readonly ENVIRONMENT_FITS = new Guardrail('environment-fits');
  /** Ephemeral storage should be 21 to 200 GiB, or not set. */
  public static readonly EPHEMERAL_STORAGE_LIMITS = new Guardrail('ephemeral-storage-limits');
  /** At least one container should be essential, and so should the container that serves requests. */
  public static readonly ESSENTIAL_CONTAINER = new Guardrail('essential-container');
  /** If ECS Exec is enabled, the cluster should write session logs to encrypted storage. */
  public static readonly EXEC_AUDITED = new Guardrail('exec-audited');
  /** If ECS Exec is enabled, containers should set initProcessEnabled. */
  public static readonly EXEC_INIT_PROCESS = new Guardrail('exec-init-process');
  /** If ECS Exec is enabled, the SSM agent should have writable paths. */
  public static readonly EXEC_WORKS_WITH_READ_ONLY_ROOT = new Guardrail('exec-works-with-read-only-root');
  /** With awslogs-create-group, the execution role should have permission to create the log group. */
  public static readonly EXECUTION_ROLE_CREATES_LOG_GROUP = new Guardrail('execution-role-creates-log-group');
  /** The execution role should have permission to decrypt every secret under a customer managed key. */
  public static readonly EXECUTION_ROLE_DECRYPTS = new Guardrail('execution-role-decrypts');
  /** The execution role should have permission to read every environment file. */
  public static readonly EXECUTION_ROLE_ENV_FILES = new Guardrail('execution-role-env-files');
  /** The execution role should have permission to write to every awslogs log group. */
  public static readonly EXECUTION_ROLE_LOGS = new Guardrail('execution-role-logs');
  /** The execution role should have permission to pull every image from private ECR repositories. */
  public static readonly EXECUTION_ROLE_PULLS = new Guardrail('execution-role-pulls');
  /** The execution role should have permission to read every secret of the containers. */
  public static readonly EXECUTION_ROLE_READS_SECRETS = new Guardrail('execution-role-reads-secrets');
  /** The task definition and the service should use only parameters that Fargate supports. */
  public static readonly FARGATE_SUPPORTS_PARAMETERS = new Guardrail('fargate-supports-parameters');
  /** The task size should be a CPU and memory combination that Fargate supports. */
  public static readonly FARGATE_TASK_SIZE = new Guardrail('fargate-task-size');
  /** The policy of an EFS file system should allow the tasks to mount it. */
  public static readonly FILE_SYSTEM_ADMITS_TASKS = new Guardrail('file-system-admits-tasks');
  /** A task should have one FireLens log router if, and only if, containers use awsfirelens. */
  public static readonly FIRELENS_HAS_ROUTER = new Guardrail('firelens-has-router');
  /** The health check grace period should cover the startup time of a task. */
  public static readonly GRACE_PERIOD_COVERS_START = new Guardrail('grace-period-covers-start');
  /** A health check grace period should only be set if a health check exists. */
  public static readonly GRACE_PERIOD_NEEDS_LOAD_BALANCER = new Guardrail('grace-period-needs-load-balancer');
  /** A health check command should use the CMD or the CMD-SHELL form. */
  public static readonly HEALTH_CHECK_COMMAND = new Guardrail('health-check-command');
  /** Container health checks should use values within the ECS limits. */
  public static readonly HEALTH_CHECK_LIMITS = new Guardrail('health-check-limits');
  /** The load balancer should check health on the traffic port or another mapped port. */
  public static readonly HEALTH_CHECK_PORT_SERVED = new Guardrail('health-check-port-served');
  /** Every container health check should have a start period. */
  public static readonly HEALTH_CHECK_START_PERIOD = new Guardrail('health-check-start-period');
  /** Images from Docker Hub should be pulled with registry credentials. */
  public static readonly IMAGE_NOT_RATE_LIMITED = new Guardrail('image-not-rate-limited');
  /** Every image should have a digest or a tag other than latest. */
  public static readonly IMAGE_PINNED = new Guardrail('image-pinned');
  /** Images that the app builds should set their platform. */
  public static readonly IMAGE_PLATFORM_STATED = new Guardrail('image-platform-stated');
  /** The image should be in its repository before the service is created. */
  public static readonly IMAGE_PUSHED_BEFORE = new Guardrail('image-pushed-before');
  /** An internet-facing load balancer should be in subnets with a route to an internet gateway. */
  public static readonly INTERNET_FACING_IN_PUBLIC_SUBNETS = new Guardrail('internet-facing-in-public-subnets');
  /** Internet-facing listeners should use TLS 1.2 or later. */
  public static readonly LISTENER_ENCRYPTED = new Guardrail('listener-encrypted');
  /** A listener rule should have a unique priority and at most 5 condition values. */
  public static readonly LISTENER_RULE_VALID = new Guardrail('listener-rule-valid');
  /** The security groups of the load balancer should allow inbound traffic on the listener port. */
  public static readonly LOAD_BALANCER_ADMITS_CLIENTS = new Guardrail('load-balancer-admits-clients');
  /** The load balancer should be enabled in each Availability Zone of the tasks. */
  public static readonly LOAD_BALANCER_COVERS_ZONES = new Guardrail('load-balancer-covers-zones');
  /** The load balancer settings should name a mapped port of a container in the task. */
  public static readonly LOAD_BALANCER_NAMES_CONTAINER = new Guardrail('load-balancer-names-container');
  /** Load balancers should have deletion protection, drop invalid headers, and write access logs. */
  public static readonly LOAD_BALANCER_PROTECTED = new Guardrail('load-balancer-protected');
  /** Security groups should allow requests and health checks from the load balancer to the tasks. */
  public static readonly LOAD_BALANCER_REACHES_TASK = new Guardrail('load-balancer-reaches-task');
  /** The awslogs driver should set mode, and max-buffer-size in non-blocking mode. */
  public static readonly LOG_DELIVERY_MODE = new Guardrail('log-delivery-mode');
  /** The log group should be declared in the app or created by the log driver. */
  public static readonly LOG_GROUP_DECLARED = new Guardrail('log-group-declared');
  /** The log driver should have all options that Fargate requires. */
  public static readonly LOG_OPTIONS_COMPLETE = new Guardrail('log-options-complete');
  /** Every container's log group should have a retention period. */
  public static readonly LOG_RETENTION = new Guardrail('log-retention');
  /** Every mount point should name a volume of the task definition. */
  public static readonly MOUNT_NAMES_VOLUME = new Guardrail('mount-names-volume');
  /** Tasks should run in subnets of at least two Availability Zones. */
  public static readonly MULTIPLE_AVAILABILITY_ZONES = new Guardrail('multiple-availability-zones');
  /** The containers and volumes of a task should have unique names. */
  public static readonly NAMES_UNIQUE = new Guardrail('names-unique');
  /** Names should have only the characters that ECS accepts. */
  public static readonly NAMES_VALID = new Guardrail('names-valid');
  /** Services, schedules, and rules that start Fargate tasks should set their subnets. */
  public static readonly NETWORK_CONFIGURATION_STATED = new Guardrail('network-configuration-stated');
  /** The subnets and security groups of a service should be in one VPC. */
  public static readonly NETWORK_IN_ONE_VPC = new Guardrail('network-in-one-vpc');
  /** Every task subnet should have a network path to ECR and S3. */
  public static readonly NETWORK_REACHES_ECR = new Guardrail('network-reaches-ecr');
  /** Every EFS file system should have a reachable mount target in each Availability Zone. */
  public static readonly NETWORK_REACHES_EFS = new Guardrail('network-reaches-efs');
  /** Every task subnet should have a network path to S3 for environment files. */
  public static readonly NETWORK_REACHES_ENV_FILES = new Guardrail('network-reaches-env-files');
  /** Every task subnet should have a network path to the services of ECS Exec. */
  public static readonly NETWORK_REACHES_EXEC = new Guardrail('network-reaches-exec');
  /** Tasks should have a network path to each service that their role allows. */
  public static readonly NETWORK_REACHES_GRANTED = new Guardrail('network-reaches-granted');
  /** Every task subnet should have a network path to CloudWatch Logs. */
  public static readonly NETWORK_REACHES_LOGS = new Guardrail('network-reaches-logs');
  /** Every task subnet should have a network path to the registry of each image. */
  public static readonly NETWORK_REACHES_REGISTRY = new Guardrail('network-reaches-registry');
  /** Every task subnet should have a network path to the task's secrets and parameters. */
  public static readonly NETWORK_REACHES_SECRETS = new Guardrail('network-reaches-secrets');
  /** Tasks should have no public IP address. */
  public static readonly NO_PUBLIC_IP = new Guardrail('no-public-ip');
  /** Environment variables should not contain credentials. */
  public static readonly NO_SECRETS_IN_ENVIRONMENT = new Guardrail('no-secrets-in-environment');
  /** Containers should not run as root. */
  public static readonly NON_ROOT_USER = new Guardrail('non-root-user');
  /** The platform version should be LATEST, or at least 1.4.0 for Linux. */
  public static readonly PLATFORM_VERSION_CURRENT = new Guardrail('platform-version-current');
  /** Tasks without a public IP address should not depend on an internet gateway. */
  public static readonly PUBLIC_SUBNET_NEEDS_PUBLIC_IP = new Guardrail('public-subnet-needs-public-ip');
  /** Containers should have a read-only root file system. */
  public static readonly READ_ONLY_ROOT = new Guardrail('read-only-root');
  /** The repository should keep the images of running tasks and of a rollback. */
  public static readonly REPOSITORY_KEEPS_IMAGES = new Guardrail('repository-keeps-images');
  /** An alarm should watch the restarts of a container with a restart policy. */
  public static readonly RESTARTS_HAVE_ALARM = new Guardrail('restarts-have-alarm');
  /** The execution role and the task role should trust only ecs-tasks.amazonaws.com. */
  public static readonly ROLES_TRUSTED_BY_ECS_TASKS = new Guardrail('roles-trusted-by-ecs-tasks');
  /** Secrets and environment variables of a container should have different names. */
  public static readonly SECRET_NAMES_UNIQUE = new Guardrail('secret-names-unique');
  /** Every secret reference should be a secret ARN, a parameter ARN, or a parameter name. */
  public static readonly SECRET_REFERENCE_VALID = new Guardrail('secret-reference-valid');
  /** The execution role and the task role should be different roles. */
  public static readonly SEPARATE_ROLES = new Guardrail('separate-roles');
  /** The tasks should not share a security group with their load balancer. */
  public static readonly SEPARATE_SECURITY_GROUPS = new Guardrail('separate-security-groups');
  /** Every Service Connect service should have exactly one client alias. */
  public static readonly SERVICE_CONNECT_CLIENT_ALIAS = new Guardrail('service-connect-client-alias');
  /** Service Connect should use port names that the containers of the task map. */
  public static readonly SERVICE_CONNECT_NAMES_PORT = new Guardrail('service-connect-names-port');
  /** A service should have at most 5 target groups, 5 security groups, and 16 subnets. */
  public static readonly SERVICE_LIST_LIMITS = new Guardrail('service-list-limits');
  /** A service registry should name a port if, and only if, it has SRV records. */
  public static readonly SERVICE_REGISTRY_NAMES_PORT = new Guardrail('service-registry-names-port');
  /** The service should depend on the listener or the listener rule that forwards to it. */
  public static readonly SERVICE_WAITS_FOR_LISTENER = new Guardrail('service-waits-for-listener');
  /** The service should depend on the policies, mount targets, and capacity providers that it needs. */
  public static readonly SERVICE_WAITS_FOR_NEEDS = new Guardrail('service-waits-for-needs');
  /** The service should run at least two tasks. */
  public static readonly SPARE_TASK = new Guardrail('spare-task');
  /** A service on Fargate Spot should have an on-demand base and a valid strategy. */
  public static readonly SPOT_HAS_ON_DEMAND_BASE = new Guardrail('spot-has-on-demand-base');
  /** Containers should set a stop timeout of 2 to 120 seconds. */
  public static readonly STOP_TIMEOUT_LIMITS = new Guardrail('stop-timeout-limits');
  /** The task subnets should have IP addresses for all tasks, with 20% to spare. */
  public static readonly SUBNET_CAPACITY = new Guardrail('subnet-capacity');
  /** The service should propagate tags to its tasks and enable ECS managed tags. */
  public static readonly TAGS_PROPAGATE = new Guardrail('tags-propagate');
  /** A target group should set only attributes that its load balancer type supports. */
  public static readonly TARGET_GROUP_ATTRIBUTES_VALID = new Guardrail('target-group-attributes-valid');
  /** A target group should have settings that Elastic Load Balancing accepts. */
  public static readonly TARGET_GROUP_CHECK_VALID = new Guardrail('target-group-check-valid');
  /** Each target group should have one load balancer that supports its protocol. */
  public static readonly TARGET_GROUP_FITS_LOAD_BALANCER = new Guardrail('target-group-fits-load-balancer');
  /** A listener should forward requests to each target group of the service. */
  public static readonly TARGET_GROUP_HAS_LISTENER = new Guardrail('target-group-has-listener');
  /** The target groups of the service should have the target type ip. */
  public static readonly TARGET_TYPE_IP = new Guardrail('target-type-ip');
  /** If ECS Exec is enabled, the task role should allow sessions and session logs. */
  public static readonly TASK_ROLE_EXEC = new Guardrail('task-role-exec');
  /** The task role should have only the permissions that the application needs. */
  public static readonly TASK_ROLE_NOT_ADMIN = new Guardrail('task-role-not-admin');
  /** The security groups of the tasks should not allow inbound traffic from all IP addresses. */
  public static readonly TASKS_CLOSED_TO_INTERNET = new Guardrail('tasks-closed-to-internet');
  /** A service that shifts traffic should name a second target group, listener rule, and role. */
  public static readonly TRAFFIC_SHIFT_COMPLETE = new Guardrail('traffic-shift-complete');
  /** The soft limit of a ulimit should not be above its hard limit. */
  public static readonly ULIMITS_VALID = new Guardrail('ulimits-valid');
  /** Every volumesFrom should name a container of the task. */
  public static readonly VOLUMES_FROM_NAMES_CONTAINER = new Guardrail('volumes-from-names-container');
  /** Containers should mount every volume of their task definition. */
  public static readonly VOLUMES_MOUNTED = new Guardrail('volumes-mounted');
  /** The VPC should have DNS support and DNS hostnames enabled. */
  public static readonly VPC_DNS_ENABLED = new Guardrail('vpc-dns-enabled');
  /** The VPC endpoints of the tasks should have settings that Amazon EC2 accepts. */
  public static readonly VPC_ENDPOINT_VALID = new Guardrail('vpc-endpoint-valid');
  /** Every acknowledgment should have a reason, and accept only what AWS accepts. */
  public static readonly ACKNOWLEDGEMENT_DOUBTFUL = new Guardrail('acknowledgement-doubtful');
  /** Every acknowledgment should match a finding. */
  public static readonly ACKNOWLEDGEMENT_UNUSED = new Guardrail('acknowledgement-unused');
  /** Every entry of the baseline should match a finding. */
  public static readonly BASELINE_STALE = new Guardrail('baseline-stale');
  /** The baseline should be written only when you ask for it. */
  public static readonly BASELINE_WRITTEN = new Guardrail('baseline-written');
  /** The report file of FargateGuardrails should be writable. */
  public static readonly REPORT_UNWRITTEN = new Guardrail('report-unwritten');
  /** Every guardrail should reach a verdict. */
  public static readonly NOT_JUDGED = new Guardrail('not-judged');
  // End of the catalogue.

  /**
   * Your own rule.
   */
  public static fromServiceRule(rule: IServiceRule): Guardrail {
    return new Guardrail(rule.id);
  }

  private constructor(
    /** The id of the guardrail, as `docs/GUARDRAILS.md` lists it. */
    public readonly id: string,
  ) {}

  /**
   * Sets the level to error: every finding stops synthesis.
   */
  public error(): GuardrailSetting {
    return GuardrailSetting._of(this.id, GuardrailLevel.ERROR, undefined);
  }

  /**
   * Sets the level to warning: no finding stops synthesis.
   *
   * @param reason why no finding has to be fixed before the deployment
   */
  public warning(reason: string): GuardrailSetting {
    return GuardrailSetting._of(this.id, GuardrailLevel.WARNING, reason);
  }

  /**
   * Turns the guardrail off.
   *
   * @param reason why its findings do not matter
   */
  public off(reason: string): GuardrailSetting {
    return GuardrailSetting._of(this.id, undefined, reason);
  }

  /**
   * Returns an acknowledgment of the findings for `Validations.of(construct).acknowledge(…)`. It applies to the construct
   * and its children.
   *
   * @param reason why the findings are intended
   */
  public acknowledgment(reason: string): Acknowledgment {
    return { id: `${PLUGIN_NAME}::${this.id}`, reason };
  }
}
