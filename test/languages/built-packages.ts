import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The packages for other languages and the apps that use them, in a folder that git ignores. */
export const BUILT = join(ROOT, 'node_modules', '.cache', 'hardened-fargate', 'languages');

/** The sources of the package in each language, as jsii generates them. */
export const GENERATED = join(BUILT, 'generated');

/** An app of each language: the example that users read, and one whose context makes it unsafe. */
export const APPS = {
  example: join(ROOT, 'examples', 'languages'),
  judged: join(__dirname, 'apps'),
};

export type App = keyof typeof APPS;

/** How the CDK starts an app, in each language. */
export const COMMANDS: Readonly<Record<string, (app: App) => string>> = {
  python: app => `${join(BUILT, 'python', 'bin', 'python')} ${join(APPS[app], 'python', 'app.py')}`,
  java: app => `java -classpath ${join(BUILT, 'java', 'classes')}:${join(BUILT, 'java', 'libraries')}/* shop.${app === 'example' ? 'OrdersApp' : 'ShopApp'}`,
  go: app => join(BUILT, 'go', app, 'shop'),
};
