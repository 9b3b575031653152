import { App, Stage, type StageSynthesisOptions } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
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
  aroundSynth(stage, synth => options => {
    const assembly = synth({ ...options, validateOnSynthesis: true });
    // One that was synthesized before anybody asked for this is kept by the CDK as it was.
    const isSeen = assembly.stacks.every(({ validateOnSynth }) => validateOnSynth);
    return isSeen ? assembly : synth({ ...options, validateOnSynthesis: true, force: true });
  });
}

/** Does the same for every stage below an app or stage, those that are made later included. */
export function failBareSynthBelow(scope: IConstruct): void {
  const stage = stageAround(scope);
  if (stage === undefined) return;
  failBareSynth(stage);
  if (!App.isApp(stage)) return;
  aroundSynth(stage, synth => options => {
    stage.node.findAll().filter(Stage.isStage).forEach(failBareSynth);
    return synth(options);
  });
}

/** The CDK's own answer for a stage is the one around that. */
const stageAround = (construct: IConstruct): Stage | undefined => Stage.isStage(construct) ? construct : Stage.of(construct);

type Synth = (options?: StageSynthesisOptions) => CloudAssembly;

function aroundSynth(stage: Stage, around: (synth: Synth) => Synth): void {
  if (LOOKED_INTO in stage) return;
  Object.defineProperty(stage, LOOKED_INTO, { value: true });
  Object.defineProperty(stage, 'synth', { value: around(stage.synth.bind(stage)) });
}
