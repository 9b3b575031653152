import type { ImageFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every } from '../../facts/model/known';
import type { ServiceFacts } from '../../facts/model/service';
import type { ContainerRule } from '../model/rule';

/** A task that something else starts may start long after its repository is created. */
export const imagePushedBefore: ContainerRule = {
  id: 'image-pushed-before',
  class: 'may fail',
  judges: 'container',
  property: 'Image',
  reads: ['desiredCount', 'task.containers.image'],
  title: 'The image should be in its repository before the service is created.',
  why: 'A repository that the same template creates is empty at the first deployment. ECS cannot pull the image, and no task starts.',
  fix: 'Create the ecr.Repository in a stack that is deployed first, push the image, and pass the repository to '
    + 'ecs.ContainerImage.fromEcrRepository. Or use ecs.ContainerImage.fromAsset for image of HardenedFargateService or addContainer.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html'],
  prevents: ['pull/image-not-found'],
  breaks: {
    image: {
      declared: {
        at: { path: 'Shop/Repository', property: 'Properties.LifecyclePolicy' },
        createdWithTask: true,
        mutableTags: false,
        expiries: [],
      },
    },
  },
  holds: ({ image }, _task, service) => {
    if (!isKnown(image)) return UNKNOWN;
    const fails = every([isCreatedWithTask(image), startsTasks(service)]);
    if (!isKnown(fails)) return UNKNOWN;
    return !fails || { seen: `the same template creates the repository of '${image.reference}'` };
  },
};

const isCreatedWithTask = ({ declared }: ImageFacts): Known<boolean> =>
  declared === UNKNOWN ? UNKNOWN : declared?.createdWithTask ?? false;

const startsTasks = (service: ServiceFacts | undefined): Known<boolean> =>
  service === undefined || service.desiredCount === UNKNOWN ? UNKNOWN : service.desiredCount !== 0;
