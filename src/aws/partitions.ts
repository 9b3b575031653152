/** A group of Regions with accounts, domains and a console of its own. */
export interface Partition {
  /** What follows `arn:`. */
  readonly id: string;
  readonly region: RegExp;
  /** The domain of the endpoints that answer on IPv4. */
  readonly dnsSuffix: string;
  /** The domain below which dual-stack endpoints are: those of APIs in `api`, those of other kinds in `on`. */
  readonly dualStackDomain: string;
  /** The domain of the console; absent where it is not public. */
  readonly consoleDomain?: string;
}

/**
 * Every partition; the Regions of the first ones have names of their own, so that any other Region is in `aws`.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 * @see https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
 * @see https://docs.aws.amazon.com/signin/latest/userguide/sign-in-urls-defined.html
 */
const PARTITIONS: readonly Partition[] = [
  {
    id: 'aws-cn',
    region: /^cn-[a-z]+-\d$/,
    dnsSuffix: 'amazonaws.com.cn',
    dualStackDomain: 'amazonwebservices.com.cn',
    consoleDomain: 'console.amazonaws.cn',
  },
  {
    id: 'aws-us-gov',
    region: /^us-gov-[a-z]+-\d$/,
    dnsSuffix: 'amazonaws.com',
    dualStackDomain: 'aws',
    consoleDomain: 'console.amazonaws-us-gov.com',
  },
  {
    id: 'aws-eusc',
    region: /^eusc-[a-z]{2}-[a-z]+-\d$/,
    dnsSuffix: 'amazonaws.eu',
    dualStackDomain: 'amazonwebservices.eu',
    consoleDomain: 'console.amazonaws-eusc.eu',
  },
  { id: 'aws-iso', region: /^us-iso-[a-z]+-\d$/, dnsSuffix: 'c2s.ic.gov', dualStackDomain: 'aws.ic.gov' },
  { id: 'aws-iso-b', region: /^us-isob-[a-z]+-\d$/, dnsSuffix: 'sc2s.sgov.gov', dualStackDomain: 'aws.scloud' },
  { id: 'aws-iso-e', region: /^eu-isoe-[a-z]+-\d$/, dnsSuffix: 'cloud.adc-e.uk', dualStackDomain: 'cloud-aws.adc-e.uk' },
  { id: 'aws-iso-f', region: /^us-isof-[a-z]+-\d$/, dnsSuffix: 'csp.hci.ic.gov', dualStackDomain: 'aws.hci.ic.gov' },
  {
    id: 'aws',
    region: /^[a-z]{2}-[a-z]+-\d$/,
    dnsSuffix: 'amazonaws.com',
    dualStackDomain: 'aws',
    consoleDomain: 'console.aws.amazon.com',
  },
];

/** How many characters the longest partition has. */
export const LONGEST_PARTITION = Math.max(...PARTITIONS.map(({ id }) => id.length));

/** The partition of a Region; undefined for a text that is not the name of a Region. */
export const partitionOf = (region: string): Partition | undefined => PARTITIONS.find(partition => partition.region.test(region));

/** Whereabouts in a part of the world a Region is, as the names of all Regions say. */
const DIRECTION = '(?:central|(?:north|south)?(?:east|west)|north|south)';

/**
 * Matches the name of a Region inside of a text, where other words of the same form stand too.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const REGION_PATTERN =
  `(?:(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-(?:gov|iso[a-z]?))?|eusc-[a-z]{2})-${DIRECTION}-\\d`;

/** The domains in which the registries of private ECR repositories are, on IPv4 alone and dual-stack. */
export const REGISTRY_DOMAINS: readonly string[] =
  [...new Set(PARTITIONS.flatMap(({ dnsSuffix, dualStackDomain }) => [dnsSuffix, `on.${dualStackDomain}`]))];

/** Whether a text contains a domain in which AWS answers. */
export const namesAws = (text: string): boolean =>
  PARTITIONS.some(({ dnsSuffix, dualStackDomain }) => text.includes(dnsSuffix) || text.includes(`api.${dualStackDomain}`));

/** The domain of the console of a partition, where it is public. */
export const consoleDomainOf = (id: string): string | undefined => PARTITIONS.find(partition => partition.id === id)?.consoleDomain;

/** The host of the console of a Region, where it is public. */
export function consoleHostOf(region: string | undefined): string | undefined {
  const domain = region === undefined ? undefined : partitionOf(region)?.consoleDomain;
  return domain === undefined ? undefined : `${region}.${domain}`;
}

/** Whether an address is one of the console of AWS. */
export function isConsolePage(address: string): boolean {
  const [, host] = /^https:\/\/([a-z0-9.-]+)\//.exec(address) ?? [];
  return PARTITIONS.some(({ consoleDomain }) => consoleDomain !== undefined && host?.endsWith(`.${consoleDomain}`));
}
