import { faultsOf } from './judge-update';
import { ROWS } from './rows';

test.each(Object.entries(ROWS))('another value of %s replaces nothing that must stay, and no step of the update fails', (_, row) => {
  expect(faultsOf(row)).toEqual([]);
});
