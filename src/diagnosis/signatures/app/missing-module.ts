import { tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The image lacks a part of the program. */
export const appMissingModule: Signature = {
  cause: 'app/missing-module',
  atBest: 'likely',
  retriable: false,
  says: 'A module, package or shared library is not in the image, or does not fit another one. Install it in the image that runs (a later build stage often leaves it out), pin its version, and build again.',
  toConfirm: 'Start the image at home; it fails in the same way.',
  seenIn: [
    { log: ["Error: Cannot find module 'express'"] },
    { log: ["ModuleNotFoundError: No module named 'flask'"] },
    { log: ["ImportError: cannot import name 'escape' from 'jinja2'"] },
    { log: ['error while loading shared libraries: libpq.so.5: cannot open shared object file: No such file or directory'] },
    { log: ['Error loading shared library libssl.so.1.1: No such file or directory (needed by /app/node_modules/.prisma/client/libquery_engine-linux-musl.so.node)'] },
    { log: ['Caused by: java.lang.ClassNotFoundException: org.postgresql.Driver'] },
    { log: ['/usr/local/bundle/gems/bundler/setup.rb: cannot load such file -- pg (LoadError)'] },
    { log: ['PHP Fatal error:  Uncaught Error: Failed opening required \'/var/www/vendor/autoload.php\''] },
    { log: ['return util.import_app(self.app_uri)', 'mod = importlib.import_module(module)'] },
  ],
  clues: inLog(
    {
      sure: 'likely',
      says: 'a part of the program is not in the image, or does not fit',
      words: [
        'Cannot find module', 'Cannot find package', 'ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ModuleNotFoundError', 'No module named', 'ImportError', 'error while loading shared libraries', 'cannot open shared object file', 'Error loading shared library', 'Error relocating', 'version … not found (required by', 'GLIBC_',
        'ClassNotFoundException', 'NoClassDefFoundError', 'NoSuchMethodError', 'UnsatisfiedLinkError', 'UnsupportedClassVersionError', 'cannot load such file', 'LoadError', 'Could not find gem', 'Bundler::GemNotFound', 'Could not find … in any of the sources', 'vendor/autoload.php', 'Failed opening required', 'could not find driver', 'Call to undefined function', "Class '…' not found",
        'Could not load file or assembly', 'The application to execute does not exist', 'You must install or update .NET', "The framework 'Microsoft.", 'libhostfxr', 'compatible framework version', 'DllNotFoundException', 'Query engine library … could not', 'Prisma Client could not locate the Query Engine', '@prisma/client did not initialize', 'PrismaClientInitializationError: Unable to require', 'Could not load the "sharp" module', 'invalid ELF header', 'was compiled against a different Node.js version',
        'import_module(module)', 'util.import_app', 'pkg_resources.DistributionNotFound', 'PackageNotFoundError', 'ERR_REQUIRE_ESM', 'Failed to load module', 'Requires Ruby', 'Your Ruby version is', 'Module did not self-register', 'ERR_UNSUPPORTED_DIR_IMPORT', 'plugin … (is not installed|could not be found)', 'Could not resolve module', 'undefined symbol', '(module … is not available)', "Can't locate … in @INC", 'requested PHP extension', 'DLL load failed', 'Library not loaded', 'No such module', 'Package … is not installed', 'could not load library', 'Unable to load shared library', 'Unable to load dynamic library', 'failed to load native', 'could not be found … gem', 'ModuleNotFound', 'BundlerError', 'in locally installed gems', 'bundler: command not found', 'bundler: failed to load command', 'There are no commands defined in', 'PHP extension … (missing|not|required)', 'extension … is missing from your system', 'Class "…" not found', 'Uncaught Error: Class', 'cannot find -l', 'image not found in … dylib', 'Failed to resolve module specifier', 'Cannot resolve module', 'is not a module', 'could not import', 'cannot import name', 'TypeLoadException', 'MissingMethodException', 'NoSuchFieldError', 'IncompatibleClassChangeError', 'BootstrapMethodError', 'undefined local variable or method … gem', 'no package … found', 'no required module provides package', 'failed to load plugin', 'Failed to load native', 'cannot load library', 'dlopen', 'ld.so', 'symbol not found',
      ],
      unless: ['Cannot find module … config/', 'KeyError'],
    },
    { sure: 'possible', says: 'what the command names was perhaps never put into the image', words: ['Could not find or load main class', 'Unable to access jarfile', 'no main manifest attribute', 'Could not find a production build'] },
  ),
  actions: evidence => [
    { title: 'Read which one is missing.', commands: [tailLogs(evidence)], prop: null },
    { title: 'Start the image at home; then install what is missing and push it.', commands: ['docker run --rm <image>'], prop: 'image' },
  ],
};
