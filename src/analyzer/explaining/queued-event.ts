/** A message of the queue: an event as EventBridge delivered it. */
export interface QueuedEvent {
  readonly messageId: string;
  readonly body: string;
  readonly attributes?: { readonly ApproximateReceiveCount?: string };
}

/** Which messages the queue has to hand out again, in the form that Lambda reads. */
export interface BatchOutcome {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/** How often the queue has handed an event out, this time included. */
export const receiveCount = ({ attributes }: QueuedEvent): number => Number(attributes?.ApproximateReceiveCount ?? 1);
