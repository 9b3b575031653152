import { type Answer, answer, type Case } from './answers';
import { withAccount } from './held-by-account';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Send } from '../../src/evidence/collect/account';
import { boundedAccount } from '../../src/evidence/collect/bounded-account';
import { collectEvidence } from '../../src/evidence/collectors/collect-evidence';
import { declared, deployedStop } from '../../test/evidence/collectors/a-deployed-stop';
import { SCENARIOS, WORDS } from '../../test/evidence/collectors/deployed-scenarios';
import {
  SILENT_ACCOUNT, TOLD_BY_LOG, TOLD_BY_TARGET, TOLD_BY_TASKS, toldByLog, toldByTarget, toldByTasks, type ToldScenario,
} from '../../test/evidence/collectors/told-scenarios';

/** Nothing here waits for a network. */
const BOUNDS = { callSeconds: 60, budgetSeconds: 600, atOnce: 8 };

/** Cases whose account holds what it would have held. */
export const answersWithAccount = (cases: readonly Case[]): readonly Answer[] => cases.map(withAccount).map(answer);

/** Stops whose account is asked by the collectors themselves. */
export async function liveAnswers(): Promise<readonly Answer[]> {
  const told = [...TOLD_BY_LOG.map(toldByLog), ...TOLD_BY_TARGET.map(toldByTarget), ...TOLD_BY_TASKS.map(toldByTasks)];
  const answers: Answer[] = [];
  for (const scenario of told) answers.push(await answerTo(scenario.event, accountOf(scenario), scenario.cause));
  for (const [sentence, words, cause, , , subnet] of SCENARIOS) {
    const { account, event } = await deployedStop(declared(sentence), { stoppedReason: WORDS[words] }, subnet);
    answers.push(await answerTo(event, withoutDeployments(account), cause));
  }
  return answers;
}

async function answerTo(event: object, account: Send, cause: string): Promise<Answer> {
  const [evidence] = await collectEvidence(event, boundedAccount(account, BOUNDS));
  const diagnosis = diagnose(evidence);
  return { id: cause, cause, diagnosis, named: [diagnosis.cause, ...diagnosis.alternatives.map(other => other.cause)] };
}

const accountOf = ({ answers }: ToldScenario): Send => async (action, input) => {
  const reading = { ...SILENT_ACCOUNT, ...answers }[action];
  if (reading === undefined) throw Object.assign(new Error('not allowed'), { name: 'AccessDeniedException' });
  return JSON.parse(JSON.stringify(typeof reading === 'function' ? reading(input) : reading)) as Awaited<ReturnType<Send>>;
};

/** The fake account knows the resources of a template, and no deployment of them. */
const withoutDeployments = (account: Send): Send => async (action, ...input) =>
  action === 'ecs:ListServiceDeployments' ? { serviceDeployments: [] } : account(action, ...input);
