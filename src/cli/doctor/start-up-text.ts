import { gapsAsText } from './gaps-text';
import { inColumns } from './services-table';
import type { CheckedStep } from '../../doctor/check-start-up';
import type { StartUpReport } from '../../doctor/why-not-starting';

/** The steps of a start as a checklist, and what could not be read. */
export const startUpAsText = ({ steps = [], healthPoints, gaps }: StartUpReport): string => [
  asList(steps),
  pointsAsText(healthPoints),
  gapsAsText(gaps),
].filter(part => part !== '').join('\n\n');

const MARKS = { 'proven': 'x', 'failed': '!', 'not known': '?' } as const;

const pointsAsText = (points: StartUpReport['healthPoints']): string => points.length === 0
  ? ''
  : `Health checks of the load balancer:\n${asList(points.map(({ point, ...rest }) => ({ step: point, ...rest })))}`;

const asList = (steps: readonly CheckedStep[]): string =>
  inColumns(steps.map(({ step, state, evidence, next }) =>
    [`[${MARKS[state]}]`, step, state, next === undefined ? evidence : `${evidence}; run ${next}`]));
