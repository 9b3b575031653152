import { tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** An earlier run is in the way. */
export const appBadState: Signature = {
  cause: 'app/bad-state',
  atBest: 'likely',
  retriable: false,
  says: 'Something left by an earlier run keeps the application from starting: a lock, a pid file, a half-done migration or data of another version. Repair it once by hand, and let only one task at a time write to the volume or migrate.',
  toConfirm: 'Look at the file or table that the log names.',
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
    { sure: 'possible', says: 'the schema of the database is not the one that the application expects', words: ['relation … does not exist', 'column … does not exist', "Table … doesn't exist", 'relation … already exists', 'Table … already exists', 'corrupted', 'DuplicateTable', 'DuplicateColumn', 'Duplicate column name', 'UndefinedColumn', 'Invalid object name', 'no such column', 'duplicate key value violates unique constraint', 'pid file … exist'] },
    { sure: 'possible', says: 'a migration waits for the lock of another one, which may be gone', words: ['migration lock', 'Error: Already locked', 'advisory lock', 'Failed to acquire lock', 'Unable to acquire … lock', 'is already locked', 'already locked by'] },
    { sure: 'likely', says: 'an earlier run left something behind', words: ['server is already running', 'already running (pid', 'P3009', 'P3018', 'P3005', 'failed migrations', 'change log lock', 'FlywayValidateException', 'Validate failed', 'FlywayException', 'Detected failed migration', 'Migration checksum mismatch', 'files are incompatible with server', 'lock file … already exists', 'postmaster.pid', 'PendingMigration', 'need to initialize the database', 'InconsistentMigrationHistory', 'Migrations are pending', 'You have … unapplied migration', 'Dirty database version', 'multiple heads', "Can't locate revision", 'already exists … migration', 'no such table', 'UndefinedTable', 'undefined_table', 'node.lock', 'failed to obtain node lock', 'NoShardAvailable', 'LockObtainFailed', 'write.lock', 'resource already locked', 'database is locked', 'Unable to lock', 'could not lock', 'checksum mismatch', 'migration … checksum does not match', 'migration is already (running|in progress)', 'was created by a newer version', 'version … is not compatible with', 'DB version … newer', 'InnoDB: Unable to lock', 'Unexpected … aof', 'Last session crashed', 'wal … corrupted', 'in use by another (process|instance|Jenkins)', 'cannot be upgraded', 'lock DB directory', 'lock(ing|) … directory … (unavailable|failed|denied)', 'specified in pid file', 'directory was initialized by', 'could not locate a valid checkpoint', 'invalid checkpoint record', 'Upgrade after a crash', 'DBPathInUse', 'Unclean shutdown detected', 'mongod.lock', 'another … instance (is |)already running', 'BoltDB: timeout', 'bolt … database … timeout', 'open database: timeout', 'Database may be already in use', 'Locked by another process', 'database is already in use', 'is already using this (database|directory|data)', 'LOCK: Resource temporarily unavailable', 'resource temporarily unavailable … lock', 'Cannot lock … directory', 'is locked by another', 'lock (file|) is held by', 'Timed out trying to acquire … advisory lock', 'Migration … failed to apply', 'is newer than the (code|application|version)', 'downgrade is not supported', 'Unsupported database version', 'Attempting to downgrade', 'Base table or view (already exists|not found)', 'SQLSTATE[42S0', 'ProgrammingError … relation … does not exist', 'ProgrammingError … column … does not exist'], unless: ['package-lock', 'yarn.lock', 'npm warn', 'Address already', 'stale-while', 'lockfile is', 'role ', 'deprecated'] },
  ),
  actions: evidence => [{ title: 'Read what is in the way.', commands: [tailLogs(evidence)], prop: 'desiredCount' }],
};
