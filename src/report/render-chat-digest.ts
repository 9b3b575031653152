import { plain } from './chat-text';
import type { ChatNotification } from './render-chat';
import { bounded } from '../evidence/clean/clean-text';

const LONGEST_TITLE = 250;
const LONGEST_DESCRIPTION = 2_500;
const MOST_LINES = 20;

/** Several incidents in one message of a chat, by their titles. */
export function renderChatDigest(title: string, incidents: readonly string[]): ChatNotification {
  const lines = incidents.slice(0, MOST_LINES).map(incident => `• ${plain(incident)}`);
  const more = incidents.length - lines.length;
  const description = [...lines, ...more > 0 ? [`and ${more} more`] : []].join('\n');
  return {
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title: bounded(plain(title), LONGEST_TITLE),
      description: bounded(description, LONGEST_DESCRIPTION),
      nextSteps: ['List them: `hardened-fargate incidents --cluster <cluster>`'],
      keywords: [],
    },
    metadata: {
      threadId: 'several incidents',
      summary: bounded(plain(title), LONGEST_TITLE),
      eventType: 'Fargate Incidents',
      relatedResources: [],
      additionalContext: {},
    },
  };
}
