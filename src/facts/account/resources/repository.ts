import type { Known } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';
import { parseDocument } from '../model/policy-document';

/** A repository as DescribeRepositories answers it. */
export interface RepositoryAnswer {
  readonly repositoryArn?: string;
  readonly repositoryName?: string;
  readonly repositoryUri?: string;
  readonly imageTagMutability?: string;
}

export interface RepositoryAnswers {
  readonly repository: RepositoryAnswer;
  /** Absent where the repository has no policy of its own. */
  readonly policy: Known<string | undefined>;
  /** Absent where the repository keeps every image. */
  readonly lifecyclePolicy: Known<string | undefined>;
}

/** A repository of images. */
const repositoryResource = ({ repository, policy, lifecyclePolicy }: RepositoryAnswers): AccountResource => {
  const { repositoryArn = '', repositoryUri, imageTagMutability } = repository;
  return {
    id: repositoryArn,
    type: 'AWS::ECR::Repository',
    properties: {
      ImageTagMutability: imageTagMutability,
      LifecyclePolicy: lifecyclePolicy === undefined ? undefined : { LifecyclePolicyText: lifecyclePolicy },
      RepositoryPolicyText: parseDocument(policy),
    },
    names: { [repositoryArn]: 'Arn', ...repositoryUri !== undefined && { [repositoryUri]: 'RepositoryUri' } },
  };
};

/** Repositories, and whoever pushes their images: the template of an account makes none of them. */
export const repositoryResources = (repositories: readonly RepositoryAnswers[]): readonly AccountResource[] => [
  ...repositories.map(repositoryResource),
  {
    id: 'pushed-images',
    type: 'AWS::CloudFormation::CustomResource',
    properties: {},
    dependsOn: repositories.flatMap(({ repository: { repositoryArn } }) => repositoryArn ?? []),
  },
];
