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
    'The function is not invoked asynchronously: it reads a queue, and the queue has a dead-letter queue.');
  explain(handler, 'Serverless-LambdaTracing',
    'The function logs each diagnosis, and events that it could not deliver; traces would add costs but no information.');
  explain(role, 'AwsSolutions-IAM5[Resource::*]',
    'IAM supports no resource for listing rules; once an hour, the analyzer checks that the rules of its queue are enabled.');
  explain(mapping, 'Serverless-LambdaEventSourceMappingDestination',
    'Lambda supports no destination for an SQS event source; failed events go to the dead-letter queue.');
  explain(deadLetterQueue, 'Serverless-SQSRedrivePolicy',
    'This is a dead-letter queue, and an alarm watches it.');
  explain(incidents, 'AwsSolutions-DDB3',
    'The table contains counts of stops and sent notifications. Later stops rebuild it, so a backup has no value.');
}

/** Says why the last queue on the way of stops that are forwarded has no dead-letter queue. */
export function explainLastQueue(deadLetterQueue: IConstruct): void {
  for (const rule of ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy']) {
    explain(deadLetterQueue, rule, 'This is the dead-letter queue of the rules.');
  }
}

const explain = (part: IConstruct, id: string, reason: string): void => Validations.of(part).acknowledge({ id, reason });
