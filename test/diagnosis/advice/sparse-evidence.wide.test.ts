import { expectWholeCommands } from './sparse-evidence';
import { SIGNATURES } from '../../../src/diagnosis/catalogue';

describe('no command and no address of any sighting has an empty part', () => {
  expectWholeCommands(SIGNATURES.flatMap(({ seenIn }) => seenIn));
});
