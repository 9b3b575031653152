import { tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { MISSING_MODULE } from '../../vocabulary/missing-module';

/** The image lacks a part of the program. */
export const appMissingModule: Signature = {
  cause: 'app/missing-module',
  atBest: 'likely',
  retriable: false,
  says: 'A module, package, or shared library is not in the image, or is not compatible with another one. Install it in '
    + 'the final stage of the image, pin its version, and build the image again.',
  toConfirm: 'Run the image locally. It should fail with the same error.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['start/command-not-found', 'exit/application-error'],
  onlyLogTellsApart: true,
  logTopics: ['missing module'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ["Error: Cannot find module 'express'"] },
    { log: ["ModuleNotFoundError: No module named 'flask'"] },
    { log: ["ImportError: cannot import name 'escape' from 'jinja2'"] },
    { log: ['error while loading shared libraries: libpq.so.5: cannot open shared object file: No such file or directory'] },
    {
      log: [
        'Error loading shared library libssl.so.1.1: No such file or directory (needed by '
          + '/app/node_modules/.prisma/client/libquery_engine-linux-musl.so.node)',
      ],
    },
    { log: ['Caused by: java.lang.ClassNotFoundException: org.postgresql.Driver'] },
    { log: ['/usr/local/bundle/gems/bundler/setup.rb: cannot load such file -- pg (LoadError)'] },
    { log: ['PHP Fatal error:  Uncaught Error: Failed opening required \'/var/www/vendor/autoload.php\''] },
    { log: ['return util.import_app(self.app_uri)', 'mod = importlib.import_module(module)'] },
  ],
  clues: inLog(
    MISSING_MODULE,
    {
      sure: 'possible',
      says: 'the program of the command might not be in the image',
      words: [
        'Could not find or load main class',
        'Unable to access jarfile',
        'no main manifest attribute',
        'Could not find a production build',
      ],
    },
  ),
  actions: evidence => [
    { title: 'Read which module is missing.', commands: [tailLogs(evidence)], prop: null },
    { title: 'Run the image locally, install what is missing, and push it.', commands: ['docker run --rm <image>'], prop: 'image' },
  ],
};
