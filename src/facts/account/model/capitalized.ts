/** What CloudFormation spells in another way than the API of ECS with a capital letter. */
const SPELLINGS: Readonly<Record<string, string | undefined>> = {
  efsVolumeConfiguration: 'EFSVolumeConfiguration',
  fileSystemId: 'FilesystemId',
  fsxWindowsFileServerVolumeConfiguration: 'FSxWindowsFileServerVolumeConfiguration',
  iam: 'IAM',
};

/** The maps whose keys are the user's own. */
const OF_THE_USER = ['dockerLabels', 'driverOpts', 'labels', 'options'];

/** An answer of ECS in the words of CloudFormation, without the empty lists that ECS answers for what nobody set. */
export function capitalized(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(capitalized);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => !isEmptyList(value)).map(([name, value]) =>
    [SPELLINGS[name] ?? name.charAt(0).toUpperCase() + name.slice(1), OF_THE_USER.includes(name) ? value : capitalized(value)]));
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
