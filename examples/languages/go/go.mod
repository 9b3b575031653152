module shop

go 1.25

require github.com/hardened-fargate/hardened-fargate-go/hardenedfargate v0.0.0
