/** The exit code for an input or a command line that cannot be read; other programs depend on it. */
export const UNREADABLE = 2;
