import { argument, aws, shellWord, shorthand } from './commands';
import { fileSystemOf, imageOf, imagePartsOf, isElsewhere, logGroupOf, parameterOf, roleOf, secretOf } from './named-resources';
import { fields } from './query';
import { type ImageReference, isDockerHub } from '../../aws/image-reference';
import type { Evidence } from '../../evidence/model/evidence';

/** Looks the image up where it should be: in ECR by tag or digest, elsewhere by its manifest. */
export function lookUpImage(evidence: Evidence): string {
  const image = imagePartsOf(evidence);
  if (!image?.ecr) return `docker manifest inspect ${argument(imageOf(evidence), 'image')}`;
  const id = image.tag ? `imageTag=${shorthand(image.tag, 'tag')}` : `imageDigest=${shorthand(image.digest, 'digest')}`;
  return aws({ ...evidence, region: image.ecr.region }, 'ecr describe-images', '--registry-id', image.ecr.account,
    '--repository-name', argument(image.repository, 'repository'), '--image-ids', id);
}

/** Lists the newest images of the repository in ECR, elsewhere its tags; the tags of a repository that is not there would tell nothing. */
export function listImages(evidence: Evidence): string {
  const image = imagePartsOf(evidence);
  if (image && isElsewhere(evidence)) return listEcrImages(evidence, { ...image, repository: image.repository.replace(/^library\//, '') });
  return image && !image.ecr
    ? `skopeo list-tags ${shellWord(`docker://${image.registry}/${image.repository}`)}`
    : listEcrImages(evidence, image);
}

const listEcrImages = (evidence: Evidence, image: ImageReference | undefined): string =>
  aws({ ...evidence, region: image?.ecr?.region ?? evidence.region }, 'ecr describe-images',
    ...image?.ecr ? ['--registry-id', image.ecr.account] : [], '--repository-name', argument(image?.repository, 'repository'),
    `--query 'sort_by(imageDetails,&imagePushedAt)[-10:].${fields('imageTags', 'imageDigest', 'imagePushedAt')}'`);

/** Shows who may pull from the repository. */
export function showRepositoryPolicy(evidence: Evidence): string {
  const image = imagePartsOf(evidence);
  return aws({ ...evidence, region: image?.ecr?.region ?? evidence.region }, 'ecr get-repository-policy',
    ...image?.ecr ? ['--registry-id', image.ecr.account] : [], '--repository-name', argument(image?.repository, 'repository'));
}

/** Shows for which platforms the image was built. */
export const showPlatforms = (evidence: Evidence): string => `docker buildx imagetools inspect ${argument(imageOf(evidence), 'image')}`;

/** Shows the certificates that the registry presents. */
export function showCertificates(evidence: Evidence): string {
  const registry = imagePartsOf(evidence)?.registry ?? '';
  const host = argument(isDockerHub(registry) ? 'registry-1.docker.io' : registry, 'registry');
  return `openssl s_client -connect ${host}${/:\d+'?$/.test(host) ? '' : ':443'} -showcerts </dev/null`;
}

/** Shows what a role may do. */
export const showRolePolicies = (evidence: Evidence, placeholder = 'role-name'): readonly string[] => [
  `aws iam list-attached-role-policies --role-name ${argument(roleOf(evidence), placeholder)}`,
  `aws iam list-role-policies --role-name ${argument(roleOf(evidence), placeholder)}`,
];

/** Shows who may assume a role. */
export const showTrust = (evidence: Evidence): string =>
  `aws iam get-role --role-name ${argument(roleOf(evidence), 'role-name')} --query 'Role.AssumeRolePolicyDocument'`;

/** Shows the secret or parameter without its value. */
export function describeSecret(evidence: Evidence): string {
  const parameter = parameterOf(evidence);
  return parameter && !secretOf(evidence)
    ? aws(evidence, 'ssm describe-parameters', `--parameter-filters Key=Name,Values=${shorthand(parameter, 'name')}`)
    : aws(evidence, 'secretsmanager describe-secret', '--secret-id', argument(secretOf(evidence), 'secret-arn'));
}

/** Shows whether the log group is there. */
export const findLogGroup = (evidence: Evidence): string =>
  aws(evidence, 'logs describe-log-groups', '--log-group-name-prefix', argument(logGroupOf(evidence), 'log-group'));

/** Makes the log group. */
export const createLogGroup = (evidence: Evidence): string =>
  aws(evidence, 'logs create-log-group', '--log-group-name', argument(logGroupOf(evidence), 'log-group'));

/** Shows in which Availability Zones the file system can be mounted. */
export const listMountTargets = (evidence: Evidence): string =>
  aws(evidence, 'efs describe-mount-targets', '--file-system-id', argument(fileSystemOf(evidence), 'file-system-id'),
    `--query 'MountTargets[].${fields('AvailabilityZoneName', 'SubnetId', 'LifeCycleState', 'IpAddress')}'`);

/** Shows who may mount the file system. */
export const showFileSystemPolicy = (evidence: Evidence): string =>
  aws(evidence, 'efs describe-file-system-policy', '--file-system-id', argument(fileSystemOf(evidence), 'file-system-id'));
