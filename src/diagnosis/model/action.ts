import type { Action } from './diagnosis';

/** Whether an action leads to a page of the console. */
export const isPage = ({ commands: [first] }: Action): boolean => first?.startsWith('https://') ?? false;
