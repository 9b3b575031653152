import { answersOf } from './answers-of';
import { synthesizedForAccount } from './synthesized-for-account';
import type { AccountAnswers } from '../../../src/facts/account/account-answers';
import { accountTemplate } from '../../../src/facts/account/account-template';
import type { VpcAnswers } from '../../../src/facts/account/resources/vpc';
import { UNKNOWN } from '../../../src/facts/model/fact';
import type { ServiceFacts } from '../../../src/facts/model/service';
import { readServices } from '../../../src/facts/readers/service';
import { Templates } from '../../../src/facts/template/templates';
import { CATALOGUE } from '../../../src/guardrails/catalogue';
import { evaluate } from '../../../src/guardrails/evaluate';
import { REACHABILITY } from '../../guardrails/corpus/bad/reachability';
import { HARDENED } from '../../guardrails/corpus/sound/hardened';
import { LOAD_BALANCERS } from '../../guardrails/corpus/sound/load-balancers';
import { STORAGE } from '../../guardrails/corpus/sound/storage';

type Loss = (answers: AccountAnswers) => AccountAnswers;

const inVpcs = (lost: Partial<VpcAnswers>): Loss => answers => ({ ...answers, vpcs: answers.vpcs.map(vpc => ({ ...vpc, ...lost })) });

/** What can be denied, throttled or left unasked by itself. */
const LOSSES: Readonly<Record<string, Loss>> = {
  'the VPCs': answers => ({ ...answers, vpcs: [] }),
  'the route tables': inVpcs({ routeTables: UNKNOWN }),
  'the network ACLs': inVpcs({ networkAcls: UNKNOWN }),
  'the NAT gateways': inVpcs({ natGateways: UNKNOWN }),
  'the endpoints': inVpcs({ endpoints: UNKNOWN }),
  'the DNS attributes': inVpcs({ dnsSupport: UNKNOWN, dnsHostnames: UNKNOWN, dhcpOptions: UNKNOWN }),
  'the hosted zones': inVpcs({ hostedZones: UNKNOWN }),
  'the security groups': answers => ({ ...answers, securityGroups: [] }),
  'the load balancers': answers => ({ ...answers, loadBalancers: [] }),
  'the listeners': answers => ({ ...answers, loadBalancers: answers.loadBalancers.map(each => ({ ...each, listeners: UNKNOWN })) }),
  'the rules of listeners': answers => ({
    ...answers,
    loadBalancers: answers.loadBalancers.map(each => ({
      ...each, listeners: typeof each.listeners === 'symbol' ? UNKNOWN : each.listeners.map(({ listener }) => ({ listener, rules: UNKNOWN })),
    })),
  }),
  'the attributes of load balancers': answers => ({ ...answers, loadBalancers: answers.loadBalancers.map(each => ({ ...each, attributes: UNKNOWN })) }),
  'the target groups': answers => ({ ...answers, targetGroups: [] }),
  'the attributes of target groups': answers => ({ ...answers, targetGroups: answers.targetGroups.map(each => ({ ...each, attributes: UNKNOWN })) }),
  'the roles': answers => ({ ...answers, roles: [] }),
  'the policies of roles': answers => ({ ...answers, roles: answers.roles.map(each => ({ ...each, inline: UNKNOWN, attached: UNKNOWN, documents: [] })) }),
  'the task definitions': answers => ({ ...answers, taskDefinitions: [] }),
  'the clusters': answers => ({ ...answers, clusters: [] }),
  'the log groups': answers => ({ ...answers, logGroups: [] }),
  'the mount targets': answers => ({ ...answers, fileSystems: answers.fileSystems.map(each => ({ ...each, mountTargets: UNKNOWN })) }),
  'the repositories': answers => ({ ...answers, repositories: [] }),
  'the alarms': answers => ({ ...answers, alarms: UNKNOWN }),
  'the scalable targets': answers => ({ ...answers, scalableTargets: UNKNOWN }),
};

const losses = Object.entries(LOSSES);

const servicesIn = (answers: AccountAnswers): readonly ServiceFacts[] => readServices(new Templates([accountTemplate(answers).source]));

const findingsIn = (answers: AccountAnswers): readonly string[] =>
  servicesIn(answers).flatMap(service => evaluate(service, CATALOGUE)).map(({ rule: { id }, seen }) => `${id}: ${seen}`);

const SOUND = [LOAD_BALANCERS[0], STORAGE[0], STORAGE[1], HARDENED[0]].map(({ declare }) => answersOf(synthesizedForAccount(declare)));

test.each(losses)('%s of sound services can be lost without a finding', (_name, lose) => {
  for (const answers of SOUND) expect(findingsIn(lose(answers)).filter(finding => !findingsIn(answers).includes(finding))).toEqual([]);
});

describe('a finding about the network rests on what was read:', () => {
  const [isolated] = REACHABILITY.map(({ declare }) => answersOf(synthesizedForAccount(declare)));
  const isUnreachable = (answers: AccountAnswers) => findingsIn(answers).some(finding => finding.startsWith('network-reaches-ecr: '));

  test('it is there when everything was read', () => expect(isUnreachable(isolated)).toBe(true));

  test.each(['the VPCs', 'the route tables', 'the endpoints'])('it is not there without %s', name => {
    expect(isUnreachable(LOSSES[name](isolated))).toBe(false);
  });
});

test('a task definition, a cluster and a target group that were not read are unknown', () => {
  const lost = ['the task definitions', 'the clusters', 'the target groups'].reduce((answers, name) => LOSSES[name](answers), SOUND[0]);
  const [{ task, cluster, targetGroups, launchType }] = servicesIn({ ...lost, services: lost.services.map(service => ({ ...service, launchType: 'FARGATE', capacityProviderStrategy: [] })) });
  expect({ task, cluster, targetGroups, launchType }).toEqual({ task: UNKNOWN, cluster: UNKNOWN, targetGroups: UNKNOWN, launchType: 'FARGATE' });
});
