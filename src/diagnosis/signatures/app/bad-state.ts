import { tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { LEFT_BEHIND } from '../../vocabulary/left-behind';

/** An earlier run is in the way. */
export const appBadState: Signature = {
  cause: 'app/bad-state',
  atBest: 'likely',
  retriable: false,
  says: 'Something that an earlier run left behind stops the application from starting: a lock, a PID file, an '
    + 'unfinished migration, or data of another version. Repair it once, and allow only one task at a time to write '
    + 'to the volume or to migrate.',
  toConfirm: 'Check the file or table that the log names. '
    + 'If it is missing, damaged, or of another version than the application expects, this is the cause.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/dependency-auth', 'exit/application-error'],
  onlyLogTellsApart: true,
  logTopics: ['state'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ['A server is already running. Check /app/tmp/pids/server.pid.'] },
    { log: ['Error: P3009: migrate found failed migrations in the target database, new migrations will not be applied.'] },
    { log: ['liquibase.exception.LockException: Could not acquire change log lock. Currently locked by ip-10-0-1-7'] },
    { log: ['org.flywaydb.core.api.exception.FlywayValidateException: Validate failed: Migrations have failed validation'] },
    { log: ['Error: initializing server: starting BoltDB: timeout (a possible cause is another Atlantis instance already running)'] },
    { log: ['FATAL:  database files are incompatible with server'] },
    { log: ['lock file "postmaster.pid" already exists'] },
    { log: ['ActiveRecord::PendingMigrationError: Migrations are pending. To resolve this issue, run:'] },
  ],
  clues: inLog(
    {
      sure: 'possible',
      says: 'the database schema is not the one that the application expects',
      words: [
        'relation … does not exist',
        'column … does not exist',
        "Table … doesn't exist",
        'relation … already exists',
        'Table … already exists',
        'corrupted',
        'DuplicateTable',
        'DuplicateColumn',
        'Duplicate column name',
        'UndefinedColumn',
        'Invalid object name',
        'no such column',
        'duplicate key value violates unique constraint',
        'pid file … exist',
        'type … already exists',
      ],
    },
    {
      sure: 'possible',
      says: 'a migration waits for the lock of another one, which might be gone',
      words: [
        'migration lock',
        'Error: Already locked',
        'advisory lock',
        'Failed to acquire lock',
        'Unable to acquire … lock',
        'is already locked',
        'already locked by',
      ],
    },
    LEFT_BEHIND,
  ),
  actions: evidence => [{ title: 'Read what prevents the start.', commands: [tailLogs(evidence)], prop: 'desiredCount' }],
};
