import type { ParameterValues } from './parse-parameters';
import { UnreadableInput } from './unreadable-input';
import type { TemplateSource } from '../../facts/template/source/template-source';

/** The templates with the values that somebody gives for their parameters; those of a nested stack are its parent's to give. */
export const withParameters = (sources: readonly TemplateSource[], values: ParameterValues): readonly TemplateSource[] =>
  sources.map(source => ({ ...source, parameters: Object.fromEntries([...values].filter(([name]) => declares(source, name))) }));

/** Values that no deployment would take: a misspelled name would leave the parameter as it is, without a word. */
export const refusedValues = (sources: readonly TemplateSource[], values: ParameterValues): readonly UnreadableInput[] =>
  [...values].flatMap(([name, value]) => {
    const declaring = sources.filter(source => declares(source, name));
    if (declaring.length === 0) return [new UnreadableInput(`parameter ${name}`, 'no template declares it')];
    const lists = declaring.flatMap(({ body }) => body.Parameters?.[name]?.AllowedValues ?? []).map(String);
    const isAllowed = lists.length === 0 || lists.includes(value) || value.split(',').every(item => lists.includes(item.trim()));
    const reason = `'${value}' is not an allowed value; allowed are ${lists.join(', ')}`;
    return isAllowed ? [] : [new UnreadableInput(`parameter ${name}`, reason)];
  });

const declares = ({ body, nestedIn }: TemplateSource, name: string): boolean =>
  nestedIn === undefined && body.Parameters?.[name] !== undefined;
