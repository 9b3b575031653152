// A service that a context makes unsafe or acknowledges.
package main

import (
	"fmt"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecr"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/jsii-runtime-go"
	"github.com/hardened-fargate/hardened-fargate-go/hardenedfargate"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)
	repository := awsecr.Repository_FromRepositoryName(stack, jsii.String("Repository"), jsii.String("shop/orders"))

	service := hardenedfargate.NewHardenedFargateService(stack, jsii.String("Api"), &hardenedfargate.HardenedFargateServiceProps{
		Image: awsecs.ContainerImage_FromEcrRepository(repository, jsii.String("1.4.2")),
		User:  jsii.String("1000"),
	})

	if app.Node().TryGetContext(jsii.String("unsafe")) != nil {
		resource := service.Service().Node().DefaultChild().(awscdk.CfnResource)
		resource.AddPropertyOverride(jsii.String("DeploymentConfiguration.DeploymentCircuitBreaker.Rollback"), false)
	}

	if reason := app.Node().TryGetContext(jsii.String("reason")); reason != nil {
		awscdk.Validations_Of(service).Acknowledge(&awscdk.Acknowledgment{
			Id:     jsii.String("HardenedFargate::circuit-breaker"),
			Reason: jsii.String(fmt.Sprint(reason)),
		})
	}

	app.Synth(nil)
}
