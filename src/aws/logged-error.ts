const WORDS = ['error', 'exception', String.raw`\b(fatal|panic|traceback|critical|denied|refused|unreachable|out of memory|timed? ?out)`];

/** What a query of CloudWatch Logs Insights takes for an error, whichever language an application is written in. */
export const LOGGED_ERROR = String.raw`/(?i)(${WORDS.join('|')})\b/`;
