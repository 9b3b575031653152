import { lookUpImage, showCertificates, showPlatforms } from '../../../src/diagnosis/advice/resource-commands';
import { evidenceOf } from '../evidence-of';

const DIGEST = 'sha256:6ecf45eff21e095ad8d60b724a6bbca29df49da3b39fe80237ad7d688723c870';

const stopped = (reason: string, image?: string) =>
  evidenceOf({ task: { stoppedReason: `CannotPullContainerError: ${reason}`, containers: [{ name: 'app', image, reason }] } });

test('a platform that has no manifest is no image', () => {
  expect(showPlatforms(stopped('no matching manifest for linux/arm64/v8 in the manifest list entries'))).toBe('docker buildx imagetools inspect <image>');
  expect(showPlatforms(stopped('no matching manifest for linux/arm64/v8 in the manifest list entries', 'ghcr.io/acme/web:1')))
    .toBe('docker buildx imagetools inspect ghcr.io/acme/web:1');
});

test('a digest is looked up in the repository of the container, and nowhere where that is not known', () => {
  expect(lookUpImage(stopped(`manifest for ${DIGEST} not found`))).toBe('docker manifest inspect <image>');
  expect(lookUpImage(stopped(`manifest for ${DIGEST} not found`, 'ghcr.io/acme/web:1'))).toBe(`docker manifest inspect ghcr.io/acme/web@${DIGEST}`);
  expect(lookUpImage(stopped(`manifest for ${DIGEST} not found`, '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1')))
    .toBe(`aws ecr describe-images --registry-id 111122223333 --repository-name web --image-ids imageDigest=${DIGEST} --region eu-west-1`);
});

test.each([
  ['registry.internal:5000/web:1', 'registry.internal:5000'],
  ['registry.example.com/web:1', 'registry.example.com:443'],
  ['docker.io/acme/web:1', 'registry-1.docker.io:443'],
])('the certificates of the registry of %s are shown by %s', (image, address) => {
  expect(showCertificates(stopped(`failed to resolve ref ${image}: x509`))).toBe(`openssl s_client -connect ${address} -showcerts </dev/null`);
});
