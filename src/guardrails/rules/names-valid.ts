import { LONGEST_ECS_NAME } from '../../aws/longest';
import type { ContainerFacts } from '../../facts/model/container';
import { type Fact, isKnown } from '../../facts/model/fact';
import type { TaskFacts } from '../../facts/model/task';
import type { TaskRule } from '../model/rule';

/** Which characters a name has, and how many of them; parts that only deployment decides are left out. */
interface Form {
  readonly pattern: RegExp;
  readonly most: number;
}

const NAME: Form = { pattern: /^[\w-]*$/, most: LONGEST_ECS_NAME };
const PORT_NAME: Form = { pattern: /^(?!-)[a-z0-9_-]*$/, most: 64 };

export const namesValid: TaskRule = {
  id: 'names-valid',
  class: 'refused',
  judges: 'task',
  property: '',
  reads: ['serviceName', 'task.containers.name', 'task.containers.portMappings', 'task.family', 'task.volumes'],
  title: 'Names should have only the characters that ECS accepts.',
  why: 'ECS rejects names with characters other than letters, digits, hyphens, and underscores, or longer than 255 characters. '
    + 'It accepts at most 64 characters and no capital letters in names of port mappings.',
  fix: 'Change family, serviceName, containerName, the name in addVolume, or the name in portMappings. '
    + 'HardenedFargateService generates valid names; change the prop or override that sets another one.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  ],
  prevents: [],
  breaks: { family: 'shop web' },
  holds: (task, service) => {
    const faults = faultsIn(task);
    if (faults.length > 0) return { seen: faults.join('; ') };
    const ofService = faultOf('the service', service?.serviceName, NAME);
    return service === undefined || ofService.length === 0 || { seen: ofService.join('; '), at: { ...service.at, property: '' } };
  },
};

const faultsIn = ({ containers, family, volumes }: TaskFacts): readonly string[] => [
  ...faultOf('the family', family, NAME),
  ...(isKnown(containers) ? containers : []).flatMap(inContainer),
  ...(isKnown(volumes) ? volumes : []).flatMap(({ name }) => faultOf('a volume', name, NAME)),
];

const inContainer = ({ name, portMappings }: ContainerFacts): readonly string[] => [
  ...faultOf('a container', name, NAME),
  ...(isKnown(portMappings) ? portMappings : []).flatMap(mapping => faultOf('a port mapping', mapping.name, PORT_NAME)),
];

function faultOf(what: string, name: Fact<string>, { most, pattern }: Form): readonly string[] {
  if (typeof name !== 'string') return [];
  const written = name.replace(/\$\{[^}]*\}/g, '');
  if (!pattern.test(written)) return [`${what} is named '${name}', which has characters that ECS does not accept`];
  return written.length > most ? [`the name of ${what} has ${written.length} characters, and ECS accepts ${most}`] : [];
}
