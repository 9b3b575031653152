import { Names, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** AWS takes 255 characters, and a Region takes some of them. */
const LONGEST = 200;

/**
 * The name of a dashboard, which is known before the dashboard exists.
 *
 * Dashboards of all Regions of an account share their names, and who declares one of a name that is taken overwrites it.
 */
export const dashboardName = (scope: Construct): string =>
  `${Names.uniqueResourceName(scope, { maxLength: LONGEST, separator: '-' })}-${Stack.of(scope).region}`;
