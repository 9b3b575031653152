import { readPlainText } from '../../../src/evidence/text/read-plain-text';
import { rejoined, withNamesWhole } from '../../../src/evidence/text/wrapped-names';

test.each([
  ['a task', 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248db', 'af4ae2cfa1662986 stopped', 'arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986 stopped'],
  ['an account', 'role arn:aws:iam::11112222', '3333:role/web', 'role arn:aws:iam::111122223333:role/web'],
  ['a subnet', 'in subnet-0a1b2c', '3d4e5f60718', 'in subnet-0a1b2c3d4e5f60718'],
])('the name of %s that a line break cuts is whole again', (_, first, second, whole) => {
  expect(withNamesWhole([first, `   ${second}`])).toEqual([whole]);
  expect(rejoined(first, second)).toBe(whole);
});

test.each([
  ['the stopped task', 'is running'],
  ['arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248dbaf4ae2cfa1662986', 'added later'],
  ['subnet-0a1b2c3d4e5f60718', 'deadbeef'],
])('what ends with the line stays as it is: %j, %j', (first, second) => expect(withNamesWhole([first, second])).toEqual([first, second]));

test('a table that breaks a name in a cell gives the whole name', () => {
  const content = readPlainText([
    '| 2026-11-02 | (service checkout) was unable to place task arn:aws:ecs:eu-west-1:111122223333:task/shop/c50e321c974248db |',
    '|            | af4ae2cfa1662986 because capacity is unavailable |',
  ].join('\n'));
  expect(JSON.stringify(content)).toContain('task/shop/c50e321c974248dbaf4ae2cfa1662986 because');
});
