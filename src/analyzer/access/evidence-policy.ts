import { Aws, Lazy, Names, Stack, Validations } from 'aws-cdk-lib';
import type { BaseService, ICluster, TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { CfnPolicy, type IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { logGroupsOf, unlessTooMany } from './evidence-scope';
import { flatReference } from './flat-reference';
import { withoutReference } from './name-without-reference';
import type { StopEvidence } from './stop-evidence';
import { type Granted, policyDocument, readPolicy, type ReadStatement } from '../../evidence/collect/read-policy';
import { SOURCE_CALLS } from '../../evidence/collect/source-calls';
import { longestForm } from '../subjects/longest-form';

const REASON = 'These actions read the evidence of a diagnosis. They support no resource, or its name is known only after deployment. '
  + 'docs/PERMISSIONS.md justifies each.';

/** The inline policies of a role hold 10,240 characters together, and what delivers diagnoses takes up to 3,000 of them. */
const MOST_CHARACTERS = 7_200;

interface EvidencePolicyProps {
  readonly role: IRole;
  readonly evidence: StopEvidence;
}

/** Lets the analyzer read what it may look at, and nothing else: each action on what is watched, as far as AWS lets that be named. */
export class EvidencePolicy extends Construct {
  private readonly clusters = new Set<string>();
  private readonly definitions = new Set<TaskDefinition>();
  private readonly acknowledged = new Set<string>();
  private isOfAccount = false;
  private isOfEveryRegion = false;
  private readsEveryLog = false;

  constructor(scope: Construct, id: string, { role, evidence }: EvidencePolicyProps) {
    super(scope, id);
    const calls = evidence.sources.flatMap(source => SOURCE_CALLS[source] ?? []);
    const statements = (): readonly ReadStatement[] => {
      const named = this.granted();
      const granted = [named, { ...named, logGroups: undefined }].find(each => this.hasRoom(readPolicy(calls, each)));
      return readPolicy(calls, granted ?? { ...named, logGroups: undefined, clusters: undefined });
    };
    const policy: CfnPolicy = new CfnPolicy(this, 'Resource', {
      policyName: Lazy.string({ produce: () => Names.uniqueResourceName(policy, { maxLength: 128 }) }),
      policyDocument: Lazy.uncachedAny({
        produce: ({ preparing }) => {
          // When the template is written, because only then references to other stacks have their final form.
          if (!preparing) this.explainToCdkNag(policy, statements().flatMap(({ resources }) => resources));
          return policyDocument(statements());
        },
      }),
      roles: [role.roleName],
    });
  }

  /** Lets every service and every log of the account be read. */
  public allowAccount(): void {
    this.allowClusters();
    this.readsEveryLog = true;
  }

  /** Lets the same be read in every Region. */
  public allowEveryRegion(): void {
    this.isOfEveryRegion = true;
  }

  /** Lets the services and tasks of every cluster of the account be read. */
  public allowClusters(): void {
    this.isOfAccount = true;
  }

  /** Lets the logs of a service of another stack be read by their names, and every cluster, without a reference to that stack. */
  public allowElsewhere({ taskDefinition }: Pick<BaseService, 'taskDefinition'>): void {
    this.allowClusters();
    this.definitions.add(taskDefinition);
  }

  /** Lets the services and tasks of a cluster be read, and every log, because which ones are theirs is not known. */
  public allowCluster({ clusterName }: ICluster): void {
    this.clusters.add(clusterName);
    this.readsEveryLog = true;
  }

  /** Lets the services and tasks of a service's cluster be read, and the logs of its containers. */
  public allowService({ cluster, taskDefinition }: Pick<BaseService, 'cluster' | 'taskDefinition'>): void {
    this.clusters.add(cluster.clusterName);
    this.definitions.add(taskDefinition);
  }

  /** Whether these statements fit into the role beside the other policy of the analyzer, whatever CloudFormation fills in. */
  private hasRoom(statements: readonly ReadStatement[]): boolean {
    return JSON.stringify(longestForm(policyDocument(statements), this)).length <= MOST_CHARACTERS;
  }

  private granted(): Granted {
    const own = Stack.of(this);
    const { region, account } = own;
    const logGroups = logGroupsOf([...this.definitions])?.map(name => withoutReference(name, own));
    return {
      partition: Aws.PARTITION,
      region: this.isOfEveryRegion ? undefined : region,
      account,
      clusters: this.isOfAccount ? undefined : unlessTooMany([...this.clusters]),
      logGroups: this.readsEveryLog ? undefined : unlessTooMany(logGroups),
    };
  }

  /** The CDK resolves a policy several times, and each acknowledgment captures a stack trace: so each is made once. */
  private explainToCdkNag(policy: CfnPolicy, resources: readonly string[]): void {
    for (const resource of new Set(resources.filter(name => name.includes('*')))) {
      const id = `AwsSolutions-IAM5[Resource::${flatReference(Stack.of(policy).resolve(resource))}]`;
      if (this.acknowledged.has(id)) continue;
      this.acknowledged.add(id);
      Validations.of(policy).acknowledge({ id, reason: REASON });
    }
  }
}
