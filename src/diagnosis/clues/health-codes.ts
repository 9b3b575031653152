import type { CauseId } from '../../causes/catalogue';
import type { Confidence } from '../model/diagnosis';

/** A reason of the load balancer: the cause that it points to, how surely, and what it says. */
export interface HealthReading {
  readonly cause: CauseId;
  readonly sure: Confidence;
  readonly says: string;
}

/** By the first HTTP code that the load balancer names. */
export const HEALTH_CODES: readonly (readonly [code: RegExp, reading: HealthReading])[] = [
  [/^3/, { cause: 'health/elb-redirect', sure: 'certain', says: 'the application returned a redirect' }],
  [/^401/, { cause: 'health/elb-auth', sure: 'certain', says: 'the application requires authentication from the load balancer' }],
  [/^403/, { cause: 'health/elb-auth', sure: 'likely', says: 'the application returned 403 to the load balancer' }],
  [
    /^400/,
    {
      cause: 'health/elb-host-header',
      sure: 'likely',
      says: 'the application returned 400, as it does for unknown hostnames',
    },
  ],
  [/^4/, { cause: 'health/elb-path', sure: 'likely', says: 'the application has no such path' }],
  [/^5/, { cause: 'health/elb-server-error', sure: 'likely', says: 'the application returned a server error for the health check' }],
  [/^/, { cause: 'health/elb', sure: 'likely', says: 'the response is not the expected one' }],
];

/** What an HTTP code says of a health check that it answers. */
export const readingOfCode = (code: string): HealthReading | undefined => HEALTH_CODES.find(([pattern]) => pattern.test(code))?.[1];
