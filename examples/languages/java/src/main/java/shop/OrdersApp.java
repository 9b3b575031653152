package shop;

import io.github.hardenedfargate.HardenedFargateService;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.ecr.IRepository;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecs.ContainerImage;

/** A service that keeps orders in a table, in a VPC of its own. */
public final class OrdersApp {
  private OrdersApp() {
  }

  public static void main(final String[] args) {
    final App app = new App();
    final Stack stack = new Stack(app, "Shop");

    final TableV2 orders = TableV2.Builder.create(stack, "Orders")
        .partitionKey(Attribute.builder().name("id").type(AttributeType.STRING).build())
        .build();
    final IRepository repository = Repository.fromRepositoryName(stack, "Repository", "shop/orders");

    final HardenedFargateService service = HardenedFargateService.Builder.create(stack, "Api")
        .image(ContainerImage.fromEcrRepository(repository, "1.4.2"))
        .user("1000")
        .startupTime(Duration.seconds(90))
        .environment(Map.of("TABLE", orders.getTableName()))
        .build();
    orders.grantReadWriteData(service);

    app.synth();
  }
}
