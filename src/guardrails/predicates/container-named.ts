import { isKnown, type Known } from '../../facts/model/fact';

/** What a finding calls a container. */
export const containerNamed = (name: Known<string>): string => isKnown(name) ? `container '${name}'` : 'a container';
