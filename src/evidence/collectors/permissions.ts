import { judged } from './judged';

/** What the roles of the task may do, and what the policies of its secrets, keys and repositories add. */
export const permissions = judged({
  name: 'permissions',
  tells: 'the permissions of the task\'s roles, and the policies of its secrets, keys, and repositories',
  parts: ['permissions'],
  causes: [
    'pull/ecr-permission', 'pull/image-not-found', 'init/secret-permission', 'init/secret-kms', 'init/log-permission', 'init/env-file',
    'init/role-assume',
  ],
});
