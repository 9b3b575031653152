import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Refuses a report that nobody could write: synthesis would end without it, and its readers would take the old one for the new. */
export function requireWritable(report: string): void {
  const reason = whyUnwritable(resolve(report));
  if (reason !== undefined) {
    throw new Error(`'report' is '${report}', but ${reason}; set it to the path of a writable file`);
  }
}

function whyUnwritable(file: string): string | undefined {
  if (existsSync(file)) return statSync(file).isFile() ? whyClosed(file) : 'this path is a directory';
  const folder = nearestFolder(file);
  return statSync(folder).isDirectory() ? whyClosed(folder) : `'${folder}' is not a directory`;
}

/** Folders that are missing are made when the report is written. */
function nearestFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(folder) || folder === file ? folder : nearestFolder(folder);
}

function whyClosed(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch {
    return `'${path}' is not writable for this user`;
  }
}
