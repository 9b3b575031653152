/** An image, as its registry has it after the stop. */
export interface ImageState {
  readonly image: string;
  /** What the registry does not have. */
  readonly missing?: 'repository' | 'image';
  readonly pushedAt?: string;
  /** What the image is built for, such as `linux/amd64`; absent where its manifest does not say. */
  readonly platforms?: readonly string[];
  /** What the task needs. */
  readonly wanted?: string;
}

/** A secret or parameter that a task definition names, as the account has it after the stop. */
export interface SecretState {
  /** The ARN or the name by which the task definition refers to it. */
  readonly reference: string;
  readonly isMissing?: boolean;
  /** When it was marked for deletion. */
  readonly deletedAt?: string;
  readonly createdAt?: string;
  /** When anything of it was changed last. */
  readonly changedAt?: string;
}

/** Something that a task uses, as the account has it after the stop. */
export interface ResourceState {
  readonly kind: 'access point' | 'file system' | 'log group' | 'subnet';
  readonly name: string;
  readonly isMissing?: boolean;
  readonly createdAt?: string;
  /** Of a subnet. */
  readonly freeAddresses?: number;
}

/** What IAM answers when it is asked whether the policies and the boundary of a role allow an action, after the stop. */
export interface SimulatedPermission {
  /** The ARN of the role. */
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  /** `allowed`, `implicitDeny` or `explicitDeny`; it speaks of no policy of the resource, of an endpoint or of the organization. */
  readonly decision: string;
  /** The policies whose statements decide. */
  readonly policies: readonly string[];
  /** Whether the permissions boundary is what does not allow it. */
  readonly isBeyondBoundary?: boolean;
}
