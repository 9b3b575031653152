/** The exit code for what was read and has a fault; other programs depend on it. */
export const FAULTY = 1;

/** The exit code for an input or a command line that cannot be read; other programs depend on it. */
export const UNREADABLE = 2;
