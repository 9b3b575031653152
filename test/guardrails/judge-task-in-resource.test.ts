import type { Expression, TemplateResource } from '../../src/facts/template/source/template-source';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { findJudged, judgeDeclared } from '../../src/guardrails/judge-declared';
import { templatesOf } from '../facts/templates-of';

/** What rules find in a resource, and where. */
function found(resources: Readonly<Record<string, TemplateResource>>): readonly string[] {
  const templates = templatesOf(resources);
  return findJudged(templates).flatMap(each => judgeDeclared(templates, each, CATALOGUE))
    .filter(({ rule }) => rule.id !== 'not-judged').map(({ rule, at }) => `${rule.id} ${at.property}`);
}

const trustedBy = (service: string): TemplateResource => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }] } },
});
const ROLES = { Role: trustedBy('ecs-tasks.amazonaws.com'), Other: trustedBy('lambda.amazonaws.com') };
const roleArn = (name: string): Expression => ({ 'Fn::GetAtt': [name, 'Arn'] });

const SECRETS = [{ Name: 'TOKEN', ValueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:token-AbCdEf' }];
const IMAGE = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1.4.2';

describe('a service in Express Mode', () => {
  const express = (properties: TemplateResource['Properties'], container: { readonly [name: string]: Expression } = {}) =>
    found({ ...ROLES, Unit: { Type: 'AWS::ECS::ExpressGatewayService', Properties: { PrimaryContainer: { Image: IMAGE, ...container }, ...properties } } });

  test('is judged by its image, its secrets and its roles, in its own words', () => {
    expect(express({}, { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:latest' })).toContain('image-pinned Properties.PrimaryContainer.Image');
    expect(express({ ExecutionRoleArn: roleArn('Role') }, { Secrets: SECRETS })).toContain('execution-role-reads-secrets Properties.PrimaryContainer.Secrets');
    expect(express({}, { Environment: [{ Name: 'PASSWORD', Value: 'hunter-2-and-more' }] })).toContain('no-secrets-in-environment Properties.PrimaryContainer.Environment');
    expect(express({ TaskRoleArn: roleArn('Other') })).toContainEqual(expect.stringContaining('roles-trusted-by-ecs-tasks'));
  });

  test('is judged by its size', () => {
    expect(express({ Cpu: '300' })).toContain('fargate-task-size Properties.Cpu');
    expect(express({})).toEqual(['execution-role-logs Properties.ExecutionRoleArn', 'execution-role-pulls Properties.ExecutionRoleArn']);
  });

  test('that is given a task definition leaves its task to that', () => {
    expect(express({ TaskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/app:1' })).toEqual([]);
  });

  test('is judged by its network', () => {
    const subnet = (index: number): TemplateResource => ({ Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: `10.0.${index}.0/24` } });
    const isolated = found({
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', EnableDnsHostnames: true } },
      A: subnet(0),
      TableA: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
      AssociationA: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { SubnetId: { Ref: 'A' }, RouteTableId: { Ref: 'TableA' } } },
      Unit: {
        Type: 'AWS::ECS::ExpressGatewayService',
        Properties: { PrimaryContainer: { Image: IMAGE }, NetworkConfiguration: { Subnets: [{ Ref: 'A' }] } },
      },
    });
    expect(isolated).toContain('network-reaches-ecr Properties.NetworkConfiguration.Subnets');
  });
});

describe('a job of AWS Batch for Fargate', () => {
  const job = (container: { readonly [name: string]: Expression }) => found({
    ...ROLES,
    Unit: { Type: 'AWS::Batch::JobDefinition', Properties: { PlatformCapabilities: ['FARGATE'], ContainerProperties: { Image: IMAGE, ...container } } },
  });
  const sized = (cpu: string, memory: string): Expression => [{ Type: 'VCPU', Value: cpu }, { Type: 'MEMORY', Value: memory }];

  test('is judged by its image, its secrets and its roles, in its own words', () => {
    expect(job({ Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/app' })).toContain('image-pinned Properties.ContainerProperties.Image');
    expect(job({ ExecutionRoleArn: roleArn('Role'), Secrets: SECRETS })).toContain('execution-role-reads-secrets Properties.ContainerProperties.Secrets');
    expect(job({ JobRoleArn: roleArn('Role'), ExecutionRoleArn: roleArn('Role') })).toContain('separate-roles Properties.ContainerProperties.JobRoleArn');
  });

  test('is judged by its size', () => {
    expect(job({ ResourceRequirements: sized('0.25', '8192') })).toContain('fargate-task-size Properties.ContainerProperties.ResourceRequirements');
    expect(job({ ResourceRequirements: sized('0.25', '512') })).toEqual(['execution-role-pulls Properties.ContainerProperties.ExecutionRoleArn']);
  });
});

test('a task definition for both EC2 and Fargate is judged', () => {
  const both = found({ Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { RequiresCompatibilities: ['EC2', 'FARGATE'], Cpu: '300', Memory: '512' } } });
  expect(both).toContain('fargate-task-size Properties.Cpu');
});
