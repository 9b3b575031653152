import type { IConstruct } from 'constructs';

/**
 * Has an error of a construct begin with the path of the construct, in the form in which the CDK prints what a validation finds: a value
 * alone does not say which of ten services has it. An error that names the construct stays as it is.
 */
export function naming({ node: { path } }: IConstruct, error: unknown): unknown {
  if (!(error instanceof Error) || [`'${path}'`, `[${path}]`].some(name => error.message.includes(name))) return error;
  const { message, stack } = error;
  error.message = `[${path}] ${message}`;
  // The stack is what Node prints, and was written with the message.
  error.stack = stack?.replace(message, () => error.message);
  return error;
}

/** Does something for a construct, whose path an error then names. */
export function named<T>(construct: IConstruct, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw naming(construct, error);
  }
}
