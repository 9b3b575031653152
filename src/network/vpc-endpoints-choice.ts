/**
 * Who provides the VPC endpoints of the tasks.
 *
 * An interface endpoint costs about 7 USD a month in each Availability Zone. A VPC can have only one with private DNS
 * for each AWS service.
 */
export enum VpcEndpoints {
  /** Missing endpoints are created, except those that the app declares in the same VPC. */
  PROVISION = 'provision',

  /** No endpoints are created. The VPC has endpoints, or a route to the internet. */
  EXISTING = 'existing',
}
