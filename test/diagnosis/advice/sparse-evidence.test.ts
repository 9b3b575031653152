import { expectWholeCommands } from './sparse-evidence';
import { SIGNATURES } from '../../../src/diagnosis/catalogue';

describe('no command and no address of the first sighting of any signature has an empty part', () => {
  expectWholeCommands(SIGNATURES.map(({ seenIn: [first] }) => first));
});
