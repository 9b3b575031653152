import { readOf, sightingsOf } from './parts-read';
import { SIGNATURES } from '../../src/diagnosis/catalogue';

const { speaking, ended } = sightingsOf(SIGNATURES);

test.each(SIGNATURES.map(signature => [signature.cause, signature] as const))(
  '%s reads only the parts that it declares, of whatever evidence any signature has seen', (_, signature) => {
    expect(signature.reads).toEqual(expect.arrayContaining([...readOf(signature, [...speaking, ...ended])]));
  });
