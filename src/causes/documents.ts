import type { CauseId } from './catalogue';

/** Where the documents of the project are read: in its repository, which exists as long as the project does. */
const DOCUMENTS = 'https://github.com/hardened-fargate/hardened-fargate/blob/main/docs';

/** The page of a cause: how it is recognized, what to do, how to confirm it, and what prevents it. */
export const documentOfCause = (cause: CauseId): string => `${DOCUMENTS}/CAUSES.md#${cause.replace('/', '')}`;

/** The page of a guardrail: why it matters, how to fix a finding, and an example of wrong and right. */
export const documentOfGuardrail = (guardrail: string): string => `${DOCUMENTS}/GUARDRAILS.md#${guardrail}`;

/** The page of the alarms of a service: when each fires, and what it means without data. */
export const DOCUMENT_OF_ALARMS = `${DOCUMENTS}/ALARMS.md`;

/** The part of a page that says what to do with each alarm of a stop analyzer. */
export const DOCUMENT_OF_ANALYZER_ALARMS = `${DOCUMENTS}/DELIVERY.md#alarms-of-the-analyzer`;
