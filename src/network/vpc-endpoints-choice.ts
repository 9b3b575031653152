/**
 * Who provides the VPC endpoints through which tasks reach AWS services.
 *
 * An interface endpoint costs about 7 USD a month in each Availability Zone, and a VPC holds only one with
 * private DNS per service.
 */
export enum VpcEndpoints {
  /** The endpoints that the service needs are created, except those that the app declares on the same VPC. */
  PROVISION = 'provision',

  /** No endpoint is created: the VPC already has them, or its own route to the internet serves the tasks. */
  EXISTING = 'existing',
}
