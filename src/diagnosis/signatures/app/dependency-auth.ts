import { tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** A service that the application needs does not let it in. */
export const appDependencyAuth: Signature = {
  cause: 'app/dependency-auth',
  atBest: 'likely',
  retriable: false,
  says: 'A database or another service rejected the user or the password. Compare them with the secret, mind rotation and characters that a URL must escape, and start new tasks so that they read the secret anew.',
  toConfirm: 'Log in by hand with the very values of the secret.',
  seenIn: [
    { log: ['FATAL: password authentication failed for user "supabase_admin"'] },
    { log: ["Access denied for user 'web'@'10.0.1.7' (using password: YES)"] },
    { log: ['MongoServerError: Authentication failed.'] },
    { log: ['ReplyError: WRONGPASS invalid username-password pair or user is disabled.'] },
    { log: ['redis.exceptions.AuthenticationError: NOAUTH Authentication required.'] },
    { log: ['Error: P1000: Authentication failed against database server at `db`, the provided database credentials for `web` are not valid.'] },
    { log: ["Login failed for user 'web'."] },
  ],
  clues: inLog({
    sure: 'likely',
    says: 'the credentials were rejected',
    words: [
      'password authentication failed', 'Access denied for user', 'Authentication failed', 'authentication failure', 'WRONGPASS', 'NOAUTH', 'NOPERM', 'AuthenticationError', 'AuthenticationException', 'Login failed for user', 'role … does not exist', 'database … does not exist', 'Unknown database', 'NoDatabaseError', 'no pg_hba.conf entry', 'PAM authentication failed', 'SASL: SCRAM', 'SASL authentication failed', 'SCRAM authentication', 'bad auth', 'not authorized on', 'invalid username or password', 'Invalid credentials', 'invalid_client', 'ACCESS_REFUSED', 'P1000', 'P1010', 'ORA-01017', 'SequelizeAccessDeniedError', 'ER_ACCESS_DENIED', 'ER_NOT_SUPPORTED_AUTH_MODE', 'Invalid API key', 'Incorrect API key', 'invalid password', '401 Unauthorized', 'no password supplied', '28P01', 'Bad credentials', 'PLAIN login refused', 'permission denied for (table|schema|database|relation|sequence|function|language)', 'must be owner of', 'command denied to user', 'permission denied to create', 'Cannot open database … requested by the login', 'is not permitted to log in', 'Access denied (using password', 'invalid username-password', 'ERR AUTH', 'ERR invalid password', 'AuthFailed', 'authentication exception', 'is not able to access the database', 'AuthenticationFailed', 'invalid_authorization_specification', 'invalid_password', 'no PostgreSQL user name specified', 'authentication_failed', 'Unable to authenticate', 'The account is locked',
    ],
    unless: ['no encryption', 'SSL off', 'CannotPull', 'ELB-HealthChecker', 'UnrecognizedClient', 'security token'],
  }),
  actions: evidence => [
    { title: 'Read which user was rejected.', commands: [tailLogs(evidence)], prop: 'secrets' },
  ],
};
