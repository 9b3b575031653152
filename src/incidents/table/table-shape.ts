/** The id of the table in its analyzer, which is part of its name. */
export const TABLE_ID = 'HardenedFargateIncidents';

/** How the table of incidents is keyed. Free of the AWS SDK and the CDK, so that the construct and the client agree. */
export const TABLE_SHAPE = {
  partitionKey: 'pk',
  timeToLive: 'expires',
  /** Lists incidents, those that something is still to be done about apart, in the order in which they were opened. */
  index: { name: 'Listed', partitionKey: 'listed', sortKey: 'openedAt' },
} as const;

/** The IAM actions with which the analyzer uses the table, and its index. */
export const TABLE_ACTIONS = { table: ['dynamodb:GetItem', 'dynamodb:UpdateItem'], index: ['dynamodb:Query'] } as const;

/** The IAM actions with which the widget of a dashboard reads the table, and its index. */
export const WIDGET_ACTIONS = { table: ['dynamodb:GetItem'], index: ['dynamodb:Query'] } as const;
