import type { ImageBuild } from './built-images';
import type { Environment } from './environment';

/** A value of a CloudFormation template as JSON has it, intrinsic functions included. */
export type Expression = string | number | boolean | null | readonly Expression[] | { readonly [key: string]: Expression };

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [key: string]: Expression };
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly Metadata?: { readonly [name: string]: Expression };
}

export interface TemplateParameter {
  readonly Type: string;
  readonly Default?: Expression;
  readonly AllowedValues?: readonly (string | number | boolean)[];
  readonly NoEcho?: boolean | string;
}

export interface TemplateOutput {
  readonly Value?: Expression;
  readonly Condition?: string;
  readonly Export?: { readonly Name?: Expression };
}

export interface TemplateBody {
  /** The macros that work on the template as a whole. */
  readonly Transform?: Expression;
  readonly Parameters?: { readonly [id: string]: TemplateParameter };
  readonly Mappings?: Expression;
  readonly Conditions?: { readonly [id: string]: Expression };
  readonly Resources?: { readonly [id: string]: TemplateResource };
  readonly Outputs?: { readonly [id: string]: TemplateOutput };
}

/** One template with what its text does not say: where it stands, and what its resources are called outside. */
export interface TemplateSource {
  /** Tells this template from every other one that is read with it. */
  readonly stack: string;
  /** The name that the stack is deployed under, where somebody says so before deployment. */
  readonly name?: string;
  /** Templates of one assembly may import each other's exports. */
  readonly assembly: string;
  /** Where the stack is deployed; absent where nobody says so before deployment. */
  readonly environment?: Environment;
  /** The file that the template was read from. */
  readonly file?: string;
  readonly body: TemplateBody;
  /** Of a nested stack: the stack and the logical id of the resource that deploys it. */
  readonly nestedIn?: { readonly stack: string; readonly logicalId: string };
  /** What the parameters are, as far as somebody says so beside the template. */
  readonly parameters?: { readonly [name: string]: Expression };
  /** The names by which people know the resources, such as construct paths, by logical id. */
  readonly paths: ReadonlyMap<string, string>;
  /** The images that are built for this stack, by tag. */
  readonly builtImages?: ReadonlyMap<string, ImageBuild>;
}
