import type { Wording } from '../matching/wording';

/** How programs say that a key, a certificate, or a keystore has another form than they expect. */
export const UNUSABLE_KEY: Wording = {
  sure: 'likely',
  says: 'a key or certificate that is set does not have the form that the program expects',
  words: [
    'Could not create Fernet object',
    'Fernet key must be',
    'key must be # bytes',
    'invalid key size #',
    'Invalid (AES |)key length',
    'not secure enough for any JWT',
    'PEM routines … no start line',
    'DECODER routines::unsupported',
    'Invalid PEM formatted message',
    'failed to (parse|decode) (private key|PEM|certificate)',
    'failed to find any PEM data',
    'illegal base64 (character|data)',
    'Mismatching encryption keys',
    'key values mismatch',
    'Keystore was tampered with, or password was incorrect',
    'keystore password was incorrect',
    'specified network password is not correct',
    'Could not deserialize key data',
    'Neither PUB key nor PRIV key',
    'invalid key format',
    'asn1: structure error',
  ],
};

/** How programs say that they have no license to run. */
export const UNUSABLE_LICENSE: Wording = {
  sure: 'likely',
  says: 'the license of the program is not valid, or has expired',
  words: [
    'licen(s|c)e (key |file |)(has expired|is expired|is invalid|is not valid|is corrupt)',
    '(invalid|expired) license',
    'no valid license',
    'license problem',
    'license (check|validation) failed',
    'License key operation failure',
    'trial (period |license |)has (expired|ended|terminated)',
    'Failed to (validate|verify) license',
    'LICENSE EXPIRED',
    'Unable to (read|load) license',
  ],
  unless: ['will expire'],
};
