import type { Wording } from '../matching/wording';

/** How clients say that an address or a connection string is none. */
export const UNUSABLE_ADDRESS: Wording = {
  sure: 'likely',
  says: 'the client cannot read an address or a connection string that is set',
  words: [
    'InvalidURLError',
    'MongoParseError',
    'P1013',
    'provided database string is invalid',
    'Could not parse (rfc1738|SQLAlchemy) URL',
    'failed to parse as (URL|keyword)',
    'invalid dsn',
    'invalid connection (option|string)',
    'invalid URL escape',
    'invalid character … in host name',
    'net/url: invalid userinfo',
    'invalid port … after host',
    'RelativeUrlWithoutBase',
    'URI malformed',
    'claims to not accept jdbcUrl',
    'Format of the initialization string does not conform',
    'Keyword not supported: ',
  ],
  unless: ['undefined', 'parse ""', 'got: ""', 'is not set'],
};
