/** Reads a value that is of one piece; what is of another type is absent. */
export type Read<T> = (value: unknown) => T | undefined;

/** What a value has to be: of one piece, a list of such values, an object of such fields, or one whose fields have any name. */
export type Shape =
  | Read<unknown>
  | readonly [item: Shape]
  | readonly [presence: 'optional', item: Shape]
  | { readonly [field: string]: Shape };

/** The shape of a type, in which no field is left out and only a list that may be absent is optional. */
export type ShapeOf<T> =
  T extends string ? Read<string>
    : T extends number ? Read<number>
      : T extends boolean ? Read<boolean>
        : T extends readonly (infer Item)[] ? readonly [item: ShapeOf<Item>]
          : string extends keyof T ? { readonly '*': ShapeOf<T[string]> }
            : { readonly [Field in keyof T]-?: undefined extends T[Field] ? OptionalShapeOf<NonNullable<T[Field]>> : ShapeOf<T[Field]> };

type OptionalShapeOf<T> = T extends readonly (infer Item)[] ? readonly [presence: 'optional', item: ShapeOf<Item>] : ShapeOf<T>;
