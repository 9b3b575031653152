import { SIGABRT, SIGKILL, SIGSEGV, SIGTERM, STOPPED_BY_ECS, TELLING } from '../../src/aws/exit-codes';

test('a signal adds 128 to its number', () => {
  expect([SIGABRT, SIGKILL, SIGSEGV, SIGTERM]).toEqual([134, 137, 139, 143]);
});

test('ECS stops a container with SIGTERM and SIGKILL', () => expect(STOPPED_BY_ECS).toEqual([137, 143]));

test('these codes say more than that something went wrong', () => {
  expect(TELLING).toEqual([0, 126, 127, 132, 134, 135, 136, 137, 139, 143]);
});
