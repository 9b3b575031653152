import type { Fact, Known } from './fact';

export interface StatementFacts {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Known<readonly string[]>;
  /** Left out of the actions, as `NotAction` does. */
  readonly exceptActions?: Known<readonly string[]>;
  /** ARNs; a part that only deployment decides stands as `${…}`. */
  readonly resources: Known<readonly string[]>;
  /** Left out of the resources, as `NotResource` does. */
  readonly exceptResources?: Known<readonly string[]>;
  readonly conditional: boolean;
}

/** A statement that stands with a thing and not with a role, so that it says who is meant. */
export interface GrantFacts extends StatementFacts {
  /** Roles, users and accounts, or `*`; a role of the app goes by its id. */
  readonly principals: Known<readonly string[]>;
  /** Services of AWS, such as `ecs-tasks.amazonaws.com`. */
  readonly services: Known<readonly string[]>;
}

/** Something that policies name and that may have a policy of its own, such as a key, a bucket or a repository. */
export interface PolicyHolderFacts {
  readonly arn: Known<string>;
  /** What its own policy says; unknown for a thing that was made elsewhere. */
  readonly grants: Known<readonly GrantFacts[]>;
}

export interface RoleFacts {
  /** What names the role: two facts with the same id are the same role. */
  readonly id: string;
  /** Who may assume the role. */
  readonly trust: Known<readonly GrantFacts[]>;
  /** Everything the role is allowed and denied; unknown when a part of it is declared elsewhere. */
  readonly statements: Known<readonly StatementFacts[]>;
  /** ARNs of managed policies whose statements are not in the template. */
  readonly managedPolicies: Known<readonly string[]>;
  /** What the role's policies may allow at most; absent when there is no such limit. */
  readonly boundary: Fact<readonly StatementFacts[]>;
}
