package shop;

import io.github.hardenedfargate.HardenedFargateService;
import java.util.Map;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecs.ContainerImage;

/** A service that a context makes unsafe or acknowledges. */
public final class ShopApp {
  private ShopApp() {
  }

  public static void main(final String[] args) {
    final App app = new App();
    final Stack stack = new Stack(app, "Shop");

    final HardenedFargateService service = HardenedFargateService.Builder.create(stack, "Api")
        .image(ContainerImage.fromEcrRepository(Repository.fromRepositoryName(stack, "Repository", "shop/orders"), "1.4.2"))
        .user("1000")
        .environment(Map.of("STAGE", "production"))
        .build();

    if (app.getNode().tryGetContext("unsafe") != null) {
      final CfnResource resource = (CfnResource) service.getService().getNode().getDefaultChild();
      resource.addPropertyOverride("DeploymentConfiguration.DeploymentCircuitBreaker.Rollback", false);
    }

    final Object reason = app.getNode().tryGetContext("reason");
    if (reason != null) {
      Validations.of(service).acknowledge(
          Acknowledgment.builder().id("HardenedFargate::circuit-breaker").reason(reason.toString()).build());
    }

    app.synth();
  }
}
