import { SIGNATURES } from '../../../src/diagnosis/catalogue';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { evidenceOfSighting } from '../sighting';

test('no step asks to fetch the log or the events that are there', () => {
  for (const sighting of SIGNATURES.flatMap(({ seenIn }) => seenIn)) {
    const evidence = { ...evidenceOfSighting(sighting), region: 'eu-west-1', cluster: 'shop', service: 'checkout' };
    const given = { ...evidence, logTail: [...evidence.logTail, 'GET / 200'], serviceEvents: [...evidence.serviceEvents, '(service checkout) has started 1 tasks.'] };
    const commands = diagnose(given).actions.flatMap(action => action.commands).filter(command => !/log_router|ecs-service-connect/.test(command));
    expect(commands.filter(command => /logs get-log-events|services\[0\]\.events/.test(command))).toEqual([]);
  }
});
