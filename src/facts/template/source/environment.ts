/** Where a stack is deployed, as far as its app says so before deployment. */
export interface Environment {
  readonly region?: string;
  readonly account?: string;
}

/** A text in which the Region and the account stand with their names, where the app says them. */
export const inEnvironment = (text: string, { region, account }: Environment): string =>
  text.replace(/\$\{AWS::(Region|AccountId)\}/g, (symbol, name: string) => (name === 'Region' ? region : account) ?? symbol);
