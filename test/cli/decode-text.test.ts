import { decodeText } from '../../src/cli/input/decode-text';

test.each<readonly [encoding: string, bytes: readonly number[]]>([
  ['UTF-8', [0x7b, 0x7d]],
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
  ['UTF-16 as Windows writes it', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]],
  ['UTF-16 in the order of the network', [0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d]],
])('%s is read', (_encoding, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe('{}');
});

test('what is no text is none', () => {
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]))).toBeUndefined();
});
