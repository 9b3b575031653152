import { examinationAsMarkdown } from '../../src/cli/doctor/examination-markdown';
import { examinationAsText } from '../../src/cli/doctor/examination-text';
import { servicesTable } from '../../src/cli/doctor/services-table';

const SERVICE = { arn: 'a', name: 'shop/web', running: 2, desired: 2, problems: [], findings: [] };

test('restarts stand beside the tasks that were started, and an estimate is called one', () => {
  expect(servicesTable([
    { ...SERVICE, started: { count: 9, atLeast: false, restarts: 4, isEstimate: true } },
    { ...SERVICE, name: 'shop/new', started: { count: 3, atLeast: false, restarts: 1, isEstimate: false } },
    { ...SERVICE, name: 'shop/other' },
  ])).toEqual([
    ['service', 'running', 'started in 3 days', 'restarts'],
    ['shop/web', '2 of 2', '9', '4 (estimate)'],
    ['shop/new', '2 of 2', '3', '1'],
    ['shop/other', '2 of 2', 'unknown', 'unknown'],
  ]);
});

test('below what is wrong with a service now stands the command that tells the cause', () => {
  const arn = 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web';
  const examination = { services: [{ ...SERVICE, arn, running: 1, problems: ['1 of 2 tasks is running'] }, { ...SERVICE, name: 'shop/new' }], gaps: [] };
  expect(examinationAsText(examination, { colour: false, width: 100 })).toContain(
    `\n  - shop/web: 1 of 2 tasks is running.\n    To find the cause, run hardened-fargate diagnose --service ${arn}\n\n`);
  expect(examinationAsMarkdown(examination)).toContain(`\n- To find the cause, run \`hardened-fargate diagnose --service ${arn}\`.`);
});
