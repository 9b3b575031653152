import { App, Stage, type StageSynthesisOptions } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says that a stage is seen to already, also when another copy of this library did. */
const LOOKED_INTO = Symbol.for('hardened-fargate.bare-synth-looks-into');

/**
 * Has `cdk synth` look into the stage of a construct when nobody selects it, as it does with the stages of a CDK pipeline.
 *
 * A bare `cdk synth` selects the stacks directly below the app, and drops findings in all others unless they were synthesized to
 * be validated. That is an option of `Stage.synth`, which only pipelines set: nothing else gets hold of the call.
 */
export function failBareSynth(construct: IConstruct): void {
  const stage = stageAround(construct);
  if (stage === undefined || App.isApp(stage)) return;
  beforeSynth(stage, options => ({ ...options, validateOnSynthesis: true }));
}

/** Does the same for every stage below an app or stage, those that are made later included. */
export function failBareSynthBelow(scope: IConstruct): void {
  const stage = stageAround(scope);
  if (stage === undefined) return;
  failBareSynth(stage);
  if (!App.isApp(stage)) return;
  beforeSynth(stage, options => {
    stage.node.findAll().filter(Stage.isStage).forEach(failBareSynth);
    return options;
  });
}

/** The CDK's own answer for a stage is the one around that. */
const stageAround = (construct: IConstruct): Stage | undefined => Stage.isStage(construct) ? construct : Stage.of(construct);

function beforeSynth(stage: Stage, change: (options?: StageSynthesisOptions) => StageSynthesisOptions | undefined): void {
  if (LOOKED_INTO in stage) return;
  Object.defineProperty(stage, LOOKED_INTO, { value: true });
  const synth = stage.synth.bind(stage);
  Object.defineProperty(stage, 'synth', { value: (options?: StageSynthesisOptions) => synth(change(options)) });
}
