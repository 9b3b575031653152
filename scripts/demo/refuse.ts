import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Act, expect } from './act';
import { caption, dim, red, show, wrap, yellow } from './stage';
import { cdkSynth, readJson, type Synthesis } from './synth';

const UNSAFE_APP = join('scripts', 'demo', 'shop', 'unsafe.ts');
const ACKNOWLEDGED_APP = join('scripts', 'demo', 'shop', 'acknowledged.ts');

/** What each unsafe line of the app has to be refused for, and where. */
const UNSAFE = [
  { rule: 'no-secrets-in-environment', path: 'Shop/Web/TaskDefinition/Resource' },
  { rule: 'circuit-breaker', path: 'Shop/Web/Service/Service' },
  { rule: 'grace-period-covers-start', path: 'Shop/Web/Service/Service' },
  { rule: 'target-type-ip', path: 'Shop/Web/Entrance/Public/TargetGroup/Resource' },
  { rule: 'circuit-breaker', path: 'Shop/Legacy/Service' },
] as const;

/** How a warning about several places of the stack names one of them. */
const IN_THE_APP = /\b(?:Web|Legacy(?:Task)?)(?:\/\w+)*(?=[,.\s]|$)/;

/** The parts of the cloud assembly's validation report that the demo reads. */
interface ValidationReport {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly Violation[];
    readonly suppressedViolations?: readonly SuppressedViolation[];
  }[];
}

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly suggestedFix?: string;
  readonly violatingConstructs: readonly {
    readonly constructPath: string;
    readonly cloudFormationResource?: { readonly propertyPaths?: readonly string[] };
  }[];
}

interface SuppressedViolation extends Violation {
  readonly acknowledgedId: string;
  readonly acknowledgedAt: string;
  readonly reason: string;
}

/** The second act: the app is made unsafe in five ways, and each of them is found; those that fail or weaken the service stop the synthesis until somebody says why. */
export function refuse(folder: string): Act {
  const unsafe = cdkSynth(UNSAFE_APP, join(folder, 'unsafe'));
  const acknowledged = cdkSynth(ACKNOWLEDGED_APP, join(folder, 'acknowledged'));
  return {
    title: 'Make the service unsafe in five ways, and read the findings',
    play: async () => {
      show(dim(UNSAFE_APP), '', ...codeOf(UNSAFE_APP));
      const refused = await unsafe;
      caption(`cdk synth exits with ${refused.exitCode}, and prints`);
      showFindings(refused);
      expect(refused.exitCode !== 0, 'cdk synth of the unsafe app fails');
      expectEverythingAPersonNeeds(refused);
      await showAcknowledged(await acknowledged);
      return 'Synthesis failed with all five findings. With an acknowledgment, synthesis passes, and the report contains the reason.';
    },
  };
}

/** An app from its first numbered comment on. */
const codeOf = (file: string): readonly string[] => {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.slice(lines.findIndex(line => /^\/\/ \d\. /.test(line))).map(line => line.startsWith('//') ? yellow(line) : line);
};

/** The blocks that the CDK printed of the five; the others only counted. */
function showFindings({ output }: Synthesis): void {
  const blocks = output.split('\n\n').map(block => block.trim()).filter(block => /^\s*Acknowledge with 'HardenedFargate::(?!summary)/m.test(block));
  const chosen = UNSAFE.map(({ rule, path }) => blocks.find(block => block.includes(`'HardenedFargate::${rule}'`) && block.includes(`${path} `)));
  for (const [index, block] of chosen.entries()) {
    expect(block !== undefined, `cdk synth prints the finding ${UNSAFE[index].rule} at ${UNSAFE[index].path}`);
    show(...index > 0 ? [''] : [], ...block.split('\n').flatMap(line => wrap(line)).map(line => line.replace(/^ERROR/, red('ERROR'))));
  }
  const more = blocks.filter(block => !chosen.includes(block)).flatMap(block => /Acknowledge with 'HardenedFargate::([^']+)'/.exec(block)?.[1] ?? []);
  show('', ...wrap(`… and ${more.length} more findings about the plain service, not shown here: ${more.join(', ')}`).map(dim));
}

function expectEverythingAPersonNeeds(refused: Synthesis): void {
  const findings = findingsOf(refused);
  for (const { ruleName, description, suggestedFix, violatingConstructs: [place] } of findings) {
    expect(Boolean(ruleName && place?.constructPath), 'every finding names its rule and the path of the construct');
    expect(Boolean(place.cloudFormationResource?.propertyPaths?.length) || IN_THE_APP.test(description), `the finding ${ruleName} names the property or its places`);
    expect(description.length > 0 && Boolean(suggestedFix), `the finding ${ruleName} says why, and how to fix it`);
    expect(refused.output.includes(`Acknowledge with 'HardenedFargate::${ruleName}'`), `the finding ${ruleName} says how to acknowledge it`);
  }
  for (const { rule, path } of UNSAFE) {
    expect(findings.some(({ ruleName, violatingConstructs }) => ruleName === rule && violatingConstructs[0]?.constructPath === path), `${rule} is found at ${path}`);
  }
}

const findingsOf = (synthesis: Synthesis): readonly Violation[] =>
  readJson<ValidationReport>(synthesis, 'validation-report.json').pluginReports.filter(({ pluginName }) => pluginName === 'HardenedFargate').flatMap(({ violations }) => violations).filter(({ ruleName }) => ruleName !== 'summary');

async function showAcknowledged(synthesis: Synthesis): Promise<void> {
  caption('one finding, acknowledged with a reason');
  show(dim(ACKNOWLEDGED_APP), '', ...codeOf(ACKNOWLEDGED_APP), '');
  expect(synthesis.exitCode === 0, `cdk synth passes once the only finding is acknowledged:\n${synthesis.output}`);
  const { pluginReports } = readJson<ValidationReport>(synthesis, 'validation-report.json');
  const [suppressed] = pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations);
  expect(suppressed?.acknowledgedId === 'HardenedFargate::circuit-breaker' && suppressed.reason !== '', 'the report of the cloud assembly keeps the reason');
  const { acknowledgedId, acknowledgedAt, reason } = suppressed;
  show('cdk synth exits with 0, and cdk.out/validation-report.json contains', JSON.stringify({ acknowledgedId, acknowledgedAt, reason }, undefined, 2));
}
