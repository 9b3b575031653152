import { endDeployment } from './end-deployment';
import type { NotifierPorts } from './notifier-ports';
import { onSecondLook } from './on-second-look';
import { onTick } from './on-tick';
import { changeIncident } from '../../incidents/change-incident';
import { whenSteady } from '../../incidents/steady';
import type { Signal } from '../protocol/service-signal';

/** Does what an event asks for that reports no stop. */
export async function onSignal(signal: Signal, ports: NotifierPorts): Promise<void> {
  const { store, now } = ports;
  if (signal.kind === 'tick') await onTick(ports);
  else if (signal.kind === 'second-look') await onSecondLook(signal, ports);
  else if (signal.kind === 'rollout-began') await store.beginRollout(signal.deployment, now());
  else if (signal.kind === 'rollout-ended') await endDeployment(signal.deployment, undefined, ports);
  else await noteSteady(signal, ports);
}

/** An ARN of the short format names no cluster. */
async function noteSteady({ cluster, service, since }: Extract<Signal, { kind: 'steady' }>, { store, now }: NotifierPorts): Promise<void> {
  for (const id of await store.list('active')) {
    await changeIncident(store, id, now(), incident => {
      const isOfService = incident?.service === service && (cluster === undefined || incident.cluster === cluster);
      return isOfService ? whenSteady(incident, since) : incident;
    });
  }
}
