import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const FOLDER = join(__dirname, 'events');

/** A real event of ECS, by the name of its file. */
export const sampleEvent = (name: string): any => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')); // eslint-disable-line @typescript-eslint/no-explicit-any

/** The names of all sample events. */
export const SAMPLES: readonly string[] = readdirSync(FOLDER).map(file => basename(file, '.json')).sort();
