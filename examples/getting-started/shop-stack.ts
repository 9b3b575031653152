import * as cdk from 'aws-cdk-lib';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { HardenedFargateService } from 'hardened-fargate';

export class ShopStack extends cdk.Stack {
  public readonly api: HardenedFargateService;

  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    const repository = Repository.fromRepositoryName(this, 'Repository', 'shop/orders');
    this.api = new HardenedFargateService(this, 'Api', {
      image: ContainerImage.fromEcrRepository(repository, '1.4.2'),
      user: '1000',
    });
  }
}
