/** What programs write where a name is missing: Terraform's null, an undefined of JavaScript, Python's None, an object as text. */
const WRITTEN_FOR_NONE = /^(?:null|undefined|none|nil|nan|\[object \w+\])$/i;

/** The name, unless it stands for none; a command or a page with such a name asks for something that nobody has made. */
export const knownName = (name: string | undefined): string | undefined =>
  name === undefined || name.trim() === '' || WRITTEN_FOR_NONE.test(name.trim()) ? undefined : name;
