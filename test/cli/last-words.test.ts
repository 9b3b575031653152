import { readDocuments } from '../../src/cli/input/gather-evidence';
import { diagnose } from '../../src/diagnosis/diagnose';

/** What runtimes write last, pasted alone: no time, no level, and for most no word such as error. */
test.each([
  ['Rust', "thread 'main' panicked at src/config.rs:12:33:\nDATABASE_URL must be set: NotPresent", 'app/missing-config'],
  ['Rust before 1.73', "thread 'tokio-runtime-worker' panicked at 'index out of bounds: the len is 3 but the index is 5', src/lib.rs:88:14", 'exit/application-error'],
  ['Zig', 'thread 1 panic: reached unreachable code', 'exit/application-error'],
  ['Lua', "lua: main.lua:3: attempt to index a nil value (global 'config')", 'exit/application-error'],
  ['Erlang', 'Kernel pid terminated (application_controller) ({application_start_failure,shop,{{shutdown,{failed_to_start_child}}}})', 'exit/application-error'],
  ['Elixir', '** (EXIT from #PID<0.95.0>) shutdown: failed to start child: Shop.Repo', 'exit/application-error'],
  ['R', "Error in library(plumber) : there is no package called 'plumber'", 'app/missing-module'],
  ['npm', "npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json'", 'start/command-not-found'],
  ['Bundler', 'Could not locate Gemfile or .bundle/ directory', 'start/command-not-found'],
  ['kubectl', 'container terminated with exit code 126', 'start/permission-denied'],
])('the last words of %s are read as a failure', (_, text, cause) => {
  const { evidence, unreadable } = readDocuments('a text', text, { verdictOn: stop => diagnose(stop) });
  expect(unreadable).toEqual([]);
  expect(evidence.map(stop => diagnose(stop).cause)).toEqual([cause]);
});
