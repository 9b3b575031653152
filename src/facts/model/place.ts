/** Where a fact was read, so that a finding can point the user at it. */
export interface Place {
  /** The path of the resource's construct, or its ARN when it was read from a live account. */
  readonly path: string;
  /** The logical id in the template, where there is one. */
  readonly logicalId?: string;
  /** The template that declares the resource, where there is one. */
  readonly template?: string;
  /** Where in the resource, in the dotted form of the CDK, such as `Properties.ContainerDefinitions.0`. */
  readonly property: string;
}
