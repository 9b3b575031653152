import type { Sighting } from '../../diagnosis/model/signature';

/** The words in which a cause was seen, one line for each place where ECS puts them. */
export const sightingLines = ({
  stopCode,
  stoppedReason,
  containerReason,
  exitCode,
  serviceEvent,
  log,
  group,
}: Sighting): readonly string[] => [
  ...labelled('stopCode', stopCode),
  ...labelled('stoppedReason', stoppedReason),
  ...labelled('container reason', containerReason),
  ...labelled('exit code', exitCode),
  ...labelled('group', group),
  ...labelled('service event', serviceEvent),
  ...(log ?? []).flatMap(line => labelled('log', line)),
];

const labelled = (label: string, value: string | number | undefined): readonly string[] =>
  value === undefined ? [] : [`${label}: ${value}`];
