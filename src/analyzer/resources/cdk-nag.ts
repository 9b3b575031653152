import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The parts of a stop analyzer at which the rules of cdk-nag find something that is meant to be so. */
interface MeantParts {
  readonly handler: IConstruct;
  readonly role: IConstruct;
  readonly mapping: IConstruct;
  readonly deadLetterQueue: IConstruct;
  readonly incidents: IConstruct;
}

/** Says why what cdk-nag finds in a stop analyzer is right. */
export function explainToCdkNag({ handler, role, mapping, deadLetterQueue, incidents }: MeantParts): void {
  explain(handler, 'Serverless-LambdaDLQ',
    'Nothing calls the function asynchronously: it reads a queue, and the queue has a dead-letter queue.');
  explain(handler, 'Serverless-LambdaTracing',
    'The function logs each diagnosis and reports what it could not deliver; traces would cost every stop and tell nothing more.');
  explain(role, 'AwsSolutions-IAM5[Resource::*]',
    'IAM knows no resource for listing rules, by which the analyzer finds out once an hour whether those that feed it are enabled.');
  explain(mapping, 'Serverless-LambdaEventSourceMappingDestination',
    'Lambda offers no destination for what it reads from a queue: the dead-letter queue of the queue takes what failed.');
  explain(deadLetterQueue, 'Serverless-SQSRedrivePolicy',
    'This is the dead-letter queue, which an alarm watches; one of its own would need another, and so on.');
  explain(incidents, 'AwsSolutions-DDB3',
    'The table counts stops and remembers who was told. The stops to come rebuild it, so a backup would restore nothing of value.');
}

/** Says why the last queue on the way of stops that are forwarded has no dead-letter queue. */
export function explainLastQueue(deadLetterQueue: IConstruct): void {
  for (const rule of ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy']) {
    explain(deadLetterQueue, rule, 'This is the dead-letter queue of the rules; one of its own would need another, and so on.');
  }
}

const explain = (part: IConstruct, id: string, reason: string): void => Validations.of(part).acknowledge({ id, reason });
