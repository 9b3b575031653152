import { Token } from 'aws-cdk-lib';
import { MOST_ENVIRONMENT_VARIABLES } from '../../aws/limits';

/** Refuses variables that would not reach the application as written. */
export function requireEnvironment(environment: Readonly<Record<string, string>>, secrets: Readonly<Record<string, unknown>>): void {
  requireNames('environment', Object.keys(environment));
  requireNames('secrets', Object.keys(secrets));
  requireOneOfEachName(Object.keys(environment), Object.keys(secrets));
  requireFewEnough(Object.keys(environment).length);
}

function requireNames(prop: string, names: readonly string[]): void {
  const impossible = names.filter(name => !Token.isUnresolved(name) && (name === '' || name.includes('=')));
  if (impossible.length === 0) return;
  throw new Error(`'${prop}' has the name '${impossible[0]}', but a variable name must not be empty or contain '='; rename it`);
}

function requireOneOfEachName(variables: readonly string[], secrets: readonly string[]): void {
  const both = variables.filter(name => secrets.includes(name));
  if (both.length === 0) return;
  throw new Error(
    `'environment' and 'secrets' both name ${both.join(', ')}, but ECS rejects a container with two variables of `
      + "the same name; keep only the one in 'secrets'",
  );
}

function requireFewEnough(count: number): void {
  if (count <= MOST_ENVIRONMENT_VARIABLES) return;
  throw new Error(
    `'environment' has ${count} variables, but with more than ${MOST_ENVIRONMENT_VARIABLES}, a container runs without any of `
      + 'them; combine related variables into one variable in JSON format, or into a parameter that the application reads',
  );
}
