module shop

go 1.25

require (
	github.com/aws/aws-cdk-go/awscdk/v2 v2.276.0
	github.com/hardened-fargate/hardened-fargate-go/hardenedfargate v0.0.0
)
