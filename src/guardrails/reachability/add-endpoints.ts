/**
 * The order of each rule that finds no way to something: what is found names all that has no way, so that followed once for each of
 * them it leads to the end.
 */
export const ADD_ENDPOINTS = 'For HardenedFargateService, remove vpcEndpoints or set it to VpcEndpoints.PROVISION. '
  + 'For other services, add an endpoint for each service that the finding names. Call vpc.addGatewayEndpoint for S3, and '
  + 'vpc.addInterfaceEndpoint for the others, such as ECR, ECR_DOCKER, CLOUDWATCH_LOGS, and SECRETS_MANAGER. ';
