import type { Examination } from '../../doctor/examine';
import { findingAsData } from '../findings/findings-json';

/** An examination as data for other programs; absent values are null. */
export const examinationAsJson = ({ services = [], gaps }: Examination): string => JSON.stringify({
  services: services.map(({ arn, name, running, desired, started, problems, findings }) => ({
    arn,
    name,
    running: running ?? null,
    desired: desired ?? null,
    started: started ?? null,
    problems,
    findings: findings.map(findingAsData),
  })),
  gaps,
}, undefined, 2);
