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
}
