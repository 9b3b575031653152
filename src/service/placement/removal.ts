import { RemovalPolicy } from 'aws-cdk-lib';

/** What becomes of the things that hold state when they leave their stack. */
export interface Removal {
  /** Logs and failed events: they are read after a failed deployment, the first one included. */
  readonly records: RemovalPolicy;
  /** Keys, and what they encrypt: nothing was recorded before the first deployment succeeded. */
  readonly keys: RemovalPolicy;
  /** Whether the whole environment is to be thrown away. */
  readonly everything: boolean;
}

/** Derives from one prop what each kind of thing needs. */
export function removalOf(removalPolicy: RemovalPolicy | undefined): Removal {
  requirePolicy(removalPolicy);
  const everything = removalPolicy === RemovalPolicy.DESTROY;
  return {
    everything,
    records: everything ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    keys: everything ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  };
}

function requirePolicy(removalPolicy: RemovalPolicy | undefined): void {
  if (removalPolicy === undefined || removalPolicy === RemovalPolicy.DESTROY || removalPolicy === RemovalPolicy.RETAIN) return;
  throw new Error(`'removalPolicy' is '${removalPolicy}', but logs, keys and buckets are either kept or deleted; `
    + 'set it to RemovalPolicy.RETAIN, or to RemovalPolicy.DESTROY for a temporary environment');
}
