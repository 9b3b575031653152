"""A service that keeps orders in a table, in a VPC of its own."""

import aws_cdk as cdk
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_ecr as ecr
from aws_cdk import aws_ecs as ecs
from hardened_fargate import HardenedFargateService

app = cdk.App()
stack = cdk.Stack(app, "Shop")

orders = dynamodb.TableV2(stack, "Orders", partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING))
repository = ecr.Repository.from_repository_name(stack, "Repository", "shop/orders")

service = HardenedFargateService(
    stack,
    "Api",
    image=ecs.ContainerImage.from_ecr_repository(repository, "1.4.2"),
    user="1000",
    startup_time=cdk.Duration.seconds(90),
    environment={"TABLE": orders.table_name},
)
orders.grant_read_write_data(service)

app.synth()
