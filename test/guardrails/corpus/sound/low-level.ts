import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource, cloudformation_include as include } from 'aws-cdk-lib';
import type { SoundConfiguration } from '../configuration';
import { handWrittenTemplate } from './hand-written-template';

type Properties = Readonly<Record<string, unknown>>;

const FROM_S3 = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://platform/standards.json' } } };

/** Services without any construct of the second level. */
export const LOW_LEVEL: readonly SoundConfiguration[] = [
  {
    sentence: 'a worker declared with L1 constructs only',
    declare: stack => {
      for (const [id, { Type, Properties }] of Object.entries(handWrittenTemplate().Resources)) {
        new CfnResource(stack, id, { type: Type, properties: Properties }).overrideLogicalId(id);
      }
    },
  },
  {
    sentence: 'a worker from a hand-written template, imported with CfnInclude',
    declare: stack => {
      const templateFile = join(mkdtempSync(join(tmpdir(), 'hand-written-')), 'worker.template.json');
      writeFileSync(templateFile, JSON.stringify(handWrittenTemplate()));
      new include.CfnInclude(stack, 'Included', { templateFile });
    },
  },
];

/** What a file brings at deployment can only be named. */
export const LEFT_TO_A_FILE: SoundConfiguration = {
  sentence: 'a worker whose tags, deployment settings, and container properties come from a file in S3 at deployment',
  hides: ['targetGroups'],
  declare: stack => {
    const { Service, Task, ...others } = handWrittenTemplate().Resources;
    const { PropagateTags, EnableECSManagedTags, DeploymentConfiguration, ...service } = Service.Properties as Properties;
    const [{ User, StopTimeout, ...container }] = Task.Properties?.ContainerDefinitions as readonly [Properties];
    const resources = {
      ...others,
      Service: { ...Service, Properties: { ...service, ...FROM_S3 } },
      Task: { ...Task, Properties: { ...Task.Properties, ContainerDefinitions: [{ ...container, ...FROM_S3 }] } },
    };
    for (const [id, { Type, Properties }] of Object.entries(resources)) {
      new CfnResource(stack, id, { type: Type, properties: Properties }).overrideLogicalId(id);
    }
  },
};
