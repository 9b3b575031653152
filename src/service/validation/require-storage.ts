import { Token } from 'aws-cdk-lib';
import { EPHEMERAL_STORAGE_GIB, isWithin } from '../../aws/limits';

/** The storage of a task, where Fargate offers it. */
export function ephemeralStorageOf(gib: number | undefined): number | undefined {
  if (gib === undefined || Token.isUnresolved(gib) || (Number.isInteger(gib) && isWithin(gib, EPHEMERAL_STORAGE_GIB))) return gib;
  const { least, most } = EPHEMERAL_STORAGE_GIB;
  throw new Error(
    `'ephemeralStorageGiB' is ${gib}, but Fargate supports ${least} to ${most} whole GiB; remove it for the default of 20 GiB`,
  );
}
