import { namingTable, tableIn } from '../../../src/incidents/table/table-environment';

test('a function finds the table that its construct named', () => {
  expect(tableIn(namingTable('incidents'))).toBe('incidents');
});

test.each([{}, { INCIDENT_TABLE_NAME: '' }])('without a name, the environment %j is refused', environment => {
  expect(() => tableIn(environment)).toThrow("environment variable 'INCIDENT_TABLE_NAME' is missing, but the construct of the function always sets it");
});
