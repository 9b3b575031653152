import { wordsOf } from '../../aws/secret-names';

const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['token', /token|jwt|bearer|sess|sid|cookie|токен/],
  ['key', /keys?(?:_id)?(?:_|$)|chave|密钥|密鑰/],
  ['signature', /signature/],
  ['secret', /secret|credential|mnemonic|geheimnis|секрет/],
];

/** What a mark calls the secret of that name. */
export const kindOf = (name: string): string => KINDS.find(([, words]) => words.test(wordsOf(name)))?.[0] ?? 'password';
