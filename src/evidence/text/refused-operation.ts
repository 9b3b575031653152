/** How the AWS CLI and the AWS SDK for Python say that AWS refused an operation; an expression for these operations. */
export const refusedOperation = (operations: string): string =>
  String.raw`An error occurred \(\w{1,80}\) when calling the (?:${operations}) operation`;
