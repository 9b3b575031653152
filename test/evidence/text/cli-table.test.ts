import { valueOfCliTable } from '../../../src/evidence/text/cli-table';

const valueOf = (table: string): unknown => valueOfCliTable(table.trim().split('\n').map(line => line.trim()));

test('a drawn table has the records that it shows, one value beside each name', () => {
  expect(valueOf(`
    -------------------------------
    |        DescribeTasks        |
    +----------------+------------+
    |  lastStatus    |  STOPPED   |
    |  stopCode      |  UserInitiated |
    +----------------+------------+
  `)).toEqual({ lastStatus: 'STOPPED', stopCode: 'UserInitiated' });
});

test('columns stand below their names, and each row is a record', () => {
  expect(valueOf(`
    --------------------------
    |      ListTasks         |
    +---------+--------------+
    |  name   |  exitCode    |
    +---------+--------------+
    |  app    |  1           |
    |  proxy  |  0           |
    +---------+--------------+
  `)).toEqual([{ name: 'app', exitCode: '1' }, { name: 'proxy', exitCode: '0' }]);
});

test('a section inside another is a field of the record before it, and a second one of its name goes on with the list', () => {
  expect(valueOf(`
    --------------------------------
    |         DescribeTasks        |
    +------------------------------+
    ||            tasks           ||
    |+---------------+------------+|
    ||  lastStatus   |  STOPPED   ||
    |+---------------+------------+|
    |||        containers        |||
    ||+------------+-------------+||
    |||  name      |  app        |||
    ||+------------+-------------+||
    |||        containers        |||
    ||+------------+-------------+||
    |||  name      |  proxy      |||
    ||+------------+-------------+||
  `)).toEqual({ tasks: [{ lastStatus: 'STOPPED', containers: [{ name: 'app' }, { name: 'proxy' }] }] });
});

test('a table that was cut after its title has nothing to say', () => {
  expect(valueOf(`
    -----------------
    | DescribeTasks |
    +---------------+
  `)).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['a line that is no table', 'Error: connect ECONNREFUSED'],
  ['a table without a title', '+----+----+\n|  a |  b |\n+----+----+'],
  ['a table whose title is no operation', '---------\n| Tasks |\n+-------+'],
])('%s is no table of the AWS CLI', (_what, text) => {
  expect(valueOf(text)).toBeUndefined();
});
