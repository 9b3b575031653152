import { readFileSync, writeFileSync } from 'node:fs';
import { type BaselineEntry, parseBaseline } from '../../baseline';

/**
 * The recorded findings of an app. Only new findings stop synthesis.
 *
 * Write the file with `cdk synth -c hardened-fargate:write-baseline=true`, and commit it.
 *
 * @example
 * FargateGuardrails.register(app, { baseline: GuardrailBaseline.fromFile('guardrails-baseline.json') });
 */
export class GuardrailBaseline {
  /**
   * Reads a baseline from a JSON file. The path is relative to the folder of `cdk.json`.
   */
  public static fromFile(file: string): GuardrailBaseline {
    return new GuardrailBaseline(file);
  }

  /** The path of the file. */
  public readonly file: string;

  private constructor(file: string) {
    this.file = file;
  }

  /** @internal */
  public _read(): readonly BaselineEntry[] {
    return parseBaseline(readFileSync(this.file, 'utf8'));
  }

  /** @internal */
  public _write(text: string): void {
    writeFileSync(this.file, text);
  }
}
