import { judged } from './judged';

/** What the settings of the task and its service do not allow. */
export const settings = judged({
  name: 'settings',
  tells: 'problems in the settings of the task and its service',
  parts: [],
  causes: [
    'pull/image-digest-gone', 'pull/rate-limit', 'pull/platform-mismatch', 'init/secret-wrong-reference', 'init/log-group-missing',
    'start/exec-format', 'start/dependency', 'memory/container-limit', 'exit/killed-after-stop-timeout', 'exit/sidecar',
    'app/missing-config', 'health/container', 'capacity/configuration',
  ],
});
