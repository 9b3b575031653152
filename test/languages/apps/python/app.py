"""A service that a context makes unsafe, acknowledges, or judges by a rule written in Python."""

import aws_cdk as cdk
import jsii
from aws_cdk import aws_ecr as ecr
from aws_cdk import aws_ecs as ecs
from hardened_fargate import FargateGuardrails, GuardrailLevel, HardenedFargateService, IServiceRule

app = cdk.App()
stack = cdk.Stack(app, "Shop")


@jsii.implements(IServiceRule)
class ThreeTasks:
    @property
    def id(self):
        return "acme/three-tasks"

    @property
    def level(self):
        return GuardrailLevel.ERROR

    @property
    def title(self):
        return "Services should have three tasks."

    @property
    def why(self):
        return "Each Availability Zone needs one."

    @property
    def fix(self):
        return "Set desired_count=3"

    def judge(self, service):
        return f"the service has {service.desired_count:g} tasks" if service.desired_count != 3 else None


if app.node.try_get_context("ownRule"):
    FargateGuardrails.register(app, rules=[ThreeTasks()])

service = HardenedFargateService(
    stack,
    "Api",
    image=ecs.ContainerImage.from_ecr_repository(ecr.Repository.from_repository_name(stack, "Repository", "shop/orders"), "1.4.2"),
    user="1000",
)

if app.node.try_get_context("unsafe"):
    service.service.node.default_child.add_property_override("DeploymentConfiguration.DeploymentCircuitBreaker.Rollback", False)

reason = app.node.try_get_context("reason")
if reason:
    cdk.Validations.of(service).acknowledge(cdk.Acknowledgment(id="HardenedFargate::circuit-breaker", reason=reason))

app.synth()
