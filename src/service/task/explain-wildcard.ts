import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { flatReference } from '../../analyzer/access/flat-reference';

/**
 * Says, to whoever checks an app with cdk-nag too, why a pattern is the narrowest resource that can be named.
 *
 * It says so as late as it can: only then is a reference to another stack as the template has it.
 */
export function explainWildcard(part: IConstruct, resource: string, reason: string): void {
  part.node.addValidation({
    validate: () => {
      Validations.of(part).acknowledge({ id: `AwsSolutions-IAM5[Resource::${flatReference(Stack.of(part).resolve(resource))}]`, reason });
      return [];
    },
  });
}
