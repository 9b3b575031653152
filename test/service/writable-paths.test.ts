import { Token } from 'aws-cdk-lib';
import { containerOf, declared, declareIn, newStack } from './declare';

const mountsOf = (template: ReturnType<typeof declared>): string[] =>
  containerOf(template).MountPoints.map(({ ContainerPath }: { ContainerPath: string }) => ContainerPath);

test('the agent behind Exec can write where it needs to, although the root is read-only', () => {
  expect(mountsOf(declared())).toEqual(['/tmp', '/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm']);
});

test('without Exec only the paths of the application are mounted', () => {
  expect(mountsOf(declared(() => ({ enableExecuteCommand: false, writablePaths: ['/cache', '/var/run/app'] })))).toEqual(['/cache', '/var/run/app']);
});

test('an application may write nowhere', () => {
  expect(containerOf(declared(() => ({ enableExecuteCommand: false, writablePaths: [] }))).MountPoints).toBeUndefined();
});

test.each([
  ['/', "'writablePaths' has '/', but the root of a hardened container is read-only"],
  ['tmp', "'writablePaths' has 'tmp', but ECS mounts a volume on an absolute path"],
  [Token.asString({ Ref: 'Path' }), "'writablePaths' has a path that is known only at deployment"],
])('%s cannot be made writable', (path, message) => {
  expect(() => declareIn(newStack(), { writablePaths: [path] })).toThrow(message);
});

test('a path is mounted once, however it is written', () => {
  expect(mountsOf(declared(() => ({ enableExecuteCommand: false, writablePaths: ['/tmp', '/tmp/', '/tmp'] })))).toEqual(['/tmp']);
});

test('two paths whose volumes would have one name are refused', () => {
  expect(() => declareIn(newStack(), { writablePaths: ['/var/app', '/var-app'] }))
    .toThrow("'writablePaths' has '/var/app' and '/var-app', but the volumes of both would be named 'writable-var-app'");
});
