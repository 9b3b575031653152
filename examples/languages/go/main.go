// A service that keeps orders in a table, in a VPC of its own.
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecr"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/jsii-runtime-go"
	"github.com/hardened-fargate/hardened-fargate-go/hardenedfargate"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	orders := awsdynamodb.NewTableV2(stack, jsii.String("Orders"), &awsdynamodb.TablePropsV2{
		PartitionKey: &awsdynamodb.Attribute{Name: jsii.String("id"), Type: awsdynamodb.AttributeType_STRING},
	})
	repository := awsecr.Repository_FromRepositoryName(stack, jsii.String("Repository"), jsii.String("shop/orders"))

	service := hardenedfargate.NewHardenedFargateService(stack, jsii.String("Api"), &hardenedfargate.HardenedFargateServiceProps{
		Image:       awsecs.ContainerImage_FromEcrRepository(repository, jsii.String("1.4.2")),
		User:        jsii.String("1000"),
		StartupTime: awscdk.Duration_Seconds(jsii.Number(90)),
		Environment: &map[string]*string{"TABLE": orders.TableName()},
	})
	orders.GrantReadWriteData(service)

	app.Synth(nil)
}
