import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = join(__dirname, '..', '..');
/** Hidden, because jsii-docgen prints any assembly that it finds by the name of the package. */
const API = join(ROOT, '.api');

/** The part of a package that jsii reads. */
interface Package {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Another name than that of the package, of which Jest finds only one. */
const NAME = 'hardened-fargate-api';

/** What jsii reads in the place of an assembly that is compressed. */
const REDIRECT = { schema: 'jsii/file-redirect', compression: 'gzip', filename: '.jsii.gz' };

keepApi();

/** Keeps the API of today as the one that later changes are compared with. */
function keepApi(): void {
  const { readme: _, ...assembly } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
  const { version, peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Package;
  mkdirSync(API, { recursive: true });
  writeFileSync(join(API, 'package.json'), `${JSON.stringify({ name: NAME, version, private: true, jsii: {}, peerDependencies }, undefined, 2)}\n`);
  writeFileSync(join(API, '.jsii'), `${JSON.stringify(REDIRECT)}\n`);
  writeFileSync(join(API, '.jsii.gz'), gzipSync(JSON.stringify(assembly), { level: 9 }));
}
