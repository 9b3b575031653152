/** A file that is bundled beside the handler (projenrc/tasks.ts), and loaded only when something is read. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an `import` of a path that is known at run time only would be a promise
export const besideThis = <T>(file: string): T => require(`${__dirname}/${file}`) as T;
