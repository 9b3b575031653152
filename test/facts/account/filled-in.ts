/** What a template says, with what it leaves unknown taken from the account, where everything is decided. */
export function filledIn(template: unknown, account: unknown): unknown {
  if (typeof template === 'string' && (template === '<unknown>' || template.includes('${?}'))) return account;
  if (Array.isArray(template)) return template.map((item, index) => filledIn(item, Array.isArray(account) ? account[index] : undefined));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) =>
    [name, filledIn(value, (account as { readonly [name: string]: unknown } | undefined)?.[name])]));
}
