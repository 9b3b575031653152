import type { Known } from './fact';

export interface StatementFacts {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Known<readonly string[]>;
  /** ARNs; a part that only deployment decides stands as `${…}`. */
  readonly resources: Known<readonly string[]>;
  readonly conditional: boolean;
}

export interface RoleFacts {
  /** What names the role: two facts with the same id are the same role. */
  readonly id: string;
  /** Everything the role is allowed and denied; unknown when a part of it is declared elsewhere. */
  readonly statements: Known<readonly StatementFacts[]>;
  /** ARNs of managed policies whose statements are not in the template. */
  readonly managedPolicies: Known<readonly string[]>;
}
