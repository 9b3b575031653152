import { faultsOf, taskTemplateWith } from './judge-update';
import { FURTHER_ROWS, ROWS } from './rows';
import { propsOfTasks } from '../service/declared-props';

test.each(Object.entries({ ...ROWS, ...FURTHER_ROWS }))('another value of %s replaces nothing that must stay, and no step of the update fails', (_, row) => {
  expect(faultsOf(row)).toEqual([]);
});

test.each(Object.entries(ROWS).filter(([prop]) => propsOfTasks().includes(prop)))(
  'another value of %s of a task replaces nothing that must stay, and no step of the update fails',
  (_, row) => expect(faultsOf(row, taskTemplateWith)).toEqual([]),
);
