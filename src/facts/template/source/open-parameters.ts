import type { Expression, TemplateSource } from './template-source';

/** A parameter that nobody gave a value for, with the values that may be thought of. */
export interface OpenParameter {
  readonly key: string;
  readonly name: string;
  readonly byDefault?: Expression;
  /** The only values that deployment accepts; absent where it accepts others. */
  readonly allowed?: readonly Expression[];
}

/** What parameters are taken to be, by their keys. */
export type Suppositions = ReadonlyMap<string, Expression>;

const KEY = /^\nparameter\n/;

/** Tells a parameter from those of other stacks, and from conditions. */
export const parameterKey = (stack: string, name: string): string => `\nparameter\n${stack}\n${name}`;

export const isParameterKey = (key: string): boolean => KEY.test(key);

/** The parameters of templates that have a default or a list of allowed values. */
export const openParameters = (sources: readonly TemplateSource[]): readonly OpenParameter[] => sources.flatMap(({ stack, body }) =>
  Object.entries(body.Parameters ?? {}).filter(([, { Type: type }]) => !isStored(type)).flatMap(([name, parameter]) => {
    const { Type: type, Default: byDefault, AllowedValues: values } = parameter;
    const allowed = isList(type) ? undefined : values;
    return byDefault === undefined && allowed === undefined ? [] : [{ key: parameterKey(stack, name), name, byDefault, allowed }];
  }));

/** Whether a type holds several values. */
export const isList = (type: string): boolean => type === 'CommaDelimitedList' || type.startsWith('List<');

/** Whether what is given for a parameter is the name of another one, which Systems Manager stores. */
export const isStored = (type: string): boolean => type.startsWith('AWS::SSM::Parameter::Value<');
