import { endDeployment } from './end-deployment';
import type { NotifierPorts } from './notifier-ports';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import type { ExplainedStop } from '../explaining/explained-stop';

const BEGIN = ' Its tasks stopped: ';

/** A deployment that failed is one incident, with the causes of its tasks inside. */
export async function withTasksInside(
  diagnosis: Diagnosis, { incident, deployment, isFailedDeployment }: ExplainedStop, ports: NotifierPorts,
): Promise<Diagnosis> {
  if (deployment === undefined || !isFailedDeployment) return diagnosis;
  const inside = await endDeployment(deployment, incident, ports);
  if (inside.length === 0) return diagnosis;
  const causes = inside.map(({ title, occurrences }) => `${title} (${occurrences === 1 ? 'one stop' : `${occurrences} stops`})`);
  return { ...diagnosis, summary: `${diagnosis.summary}${BEGIN}${causes.join('; ')}.` };
}

/** Another diagnosis of the same deployment, with what is known of its tasks. */
export function withTheSameTasks(diagnosis: Diagnosis, { summary }: Diagnosis): Diagnosis {
  const begin = summary.indexOf(BEGIN);
  return begin < 0 ? diagnosis : { ...diagnosis, summary: diagnosis.summary + summary.slice(begin) };
}
