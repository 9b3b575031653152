import type { Evidence } from '../../evidence/model/evidence';

/** Where a server says that it listens. */
export interface AnnouncedAddress {
  readonly port: number;
  /** Whether only the container itself reaches it. */
  readonly isLoopback: boolean;
  /** Whether the server prints the address that it is bound to, and not a text that somebody wrote. */
  readonly isBound: boolean;
  readonly line: string;
}

const LONGEST = 400;

/** How servers announce themselves: those that print the bound address, and those that print what their author wrote. */
const ANNOUNCEMENTS: readonly (readonly [words: RegExp, isBound: boolean])[] = [
  // Uvicorn, Hypercorn, Flask and Werkzeug, Gunicorn, Puma, Kestrel, the servers of PHP and Django, Vite.
  [/\b(?:Uvicorn|Hypercorn)\b.{0,40}running on /i, true],
  [/^\W{0,4}Running on https?:/i, true],
  [/Listening at: https?:/, true],
  [/^\W{0,4}Listening on (?:http|tcp|ssl):/, true],
  [/Now listening on: https?:/i, true],
  [/Development Server \(https?:/i, true],
  [/Starting development server at https?:/i, true],
  [/Listening and serving HTTPS? on /i, true],
  [/http server started on /i, true],
  // Spring Boot, Quarkus, Next.js, Express, Fastify and others that only say so.
  [/(?:Tomcat|Netty|Jetty|Undertow) started on port/i, false],
  [/\b(?:listening|running|started|ready)\b.{0,40}\b(?:on|at|port)\b/i, false],
  [/^\W{0,8}(?:Local|Network):\s/, false],
];

const ADDRESS = /(?:(?:https?|tcp|ssl):\/\/)?(\[[0-9a-f:]*\]|localhost|\d{1,3}(?:\.\d{1,3}){3}|[*]|(?<![\w)])(?=:\d)):(\d{2,5})\b/i;
const PORT = /\bport(?:\(s\))?:?\s{0,2}(\d{2,5})\b/i;
const LOOPBACK = /^(?:127\.|localhost$|\[::1\]$)/i;

/** The addresses that the log announces, in its order. */
export const announcedAddresses = ({ logTail }: Evidence): readonly AnnouncedAddress[] => logTail.flatMap(whole => {
  const line = whole.slice(0, LONGEST);
  const found = ANNOUNCEMENTS.find(([words]) => words.test(line));
  if (found === undefined) return [];
  const [, host = '', port] = ADDRESS.exec(line) ?? [undefined, '', PORT.exec(line)?.[1]];
  return port === undefined ? [] : [{ port: Number(port), isLoopback: LOOPBACK.test(host), isBound: found[1], line: line.trim() }];
});
