import { readFileSync } from 'node:fs';
import { type Act, expect } from './act';
import { bold, caption, show } from './stage';
import { REGION } from './stops';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { ShippedAnalyzer } from '../../test/analyzer/shipped-analyzer';
import { ACCOUNT } from '../../test/evidence/collectors/an-account-on-the-wire';

const EVENT = readFileSync('examples/stops/application-error.json', 'utf8');

/** The fifth act: the same stop twice, with what its event says and with what the account still holds. */
export const withEvidence = (): Act => ({
  title: 'The analyzer reads the log of the application',
  play: async () => {
    const [before, after] = [await told([], {}), await told(['log', 'task-definition'], ACCOUNT)];
    caption('evidence: StopEvidence.NONE');
    show(...inShort(before));
    caption('evidence: StopEvidence.ALL, the default');
    show(...inShort(after));
    expect(before.cause === 'exit/application-error', 'the event alone says only that the application ended with an error');
    expect(after.cause === 'app/dependency-unreachable', 'the log in the account names the service that was not reached');
    return `With the log, the cause "${before.cause}" became "${after.cause}".`;
  },
});

const inShort = ({ title, confidence, clues }: Diagnosis): readonly string[] =>
  [bold(title), ...clues.map(({ source, quote }) => `(${confidence}) ${source}: ${quote}`)];

async function told(evidence: readonly string[], account: typeof ACCOUNT): Promise<Diagnosis> {
  const analyzer = await ShippedAnalyzer.start(['failure'], evidence, { QUEUE_ARN: `arn:aws:sqs:${REGION}:111122223333:stops` });
  try {
    analyzer.aws.hold(account);
    await analyzer.receive(EVENT);
    const [published] = analyzer.aws.inputsOf('sns:Publish');
    const { default: json } = JSON.parse(String(published?.Message)) as { readonly default: string };
    return JSON.parse(json) as Diagnosis;
  } finally {
    await analyzer.stop();
  }
}
