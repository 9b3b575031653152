import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { explainEntrance } from './cdk-nag';
import { LoadBalancedEntrance } from './load-balanced-entrance';
import type { SharedLoadBalancerProps } from './shared-load-balancer-props';
import { admitAlarms } from '../../analyzer/resources/diagnosis-topic';
import { keepUserLine } from '../../creation-stacks';
import { naming } from '../../named-errors';
import { loadBalancerAlarm } from '../../observability/load-balancer-alarm';
import { referWeakly } from '../../weak-references';
import { hardenedVpc } from '../placement/hardened-vpc';
import { removalOf } from '../placement/removal';
import { taskSubnets } from '../placement/task-subnets';
import { requireDomains } from '../validation/require-domains';
import { requireGivenVpc } from '../validation/require-given-vpc';

/**
 * A load balancer with secure defaults that services of several stacks share. `LoadBalancing.shared()` forwards
 * requests for certain hosts and paths to a service. A request that no rule matches gets the status code 404.
 *
 * Its stack does not refer to services. You can add and remove services without a deployment of this stack.
 *
 * @example
 * const loadBalancer = new SharedLoadBalancer(stack, 'LoadBalancer', { vpc, domainNames: ['api.example.com'], domainZone });
 * new HardenedFargateService(stack, 'Orders', {
 *   image,
 *   vpc,
 *   containerPort: 8080,
 *   loadBalancing: LoadBalancing.shared(loadBalancer, { paths: ['/orders/*'] }),
 * });
 */
export class SharedLoadBalancer extends Construct implements ec2.IConnectable {
  /** The VPC of the load balancer and its services. */
  public readonly vpc: ec2.IVpc;
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  /** The listener of the services' rules. */
  public readonly listener: elbv2.ApplicationListener;
  /** The alarm for 5xx responses of the load balancer itself, above 5% of all requests. */
  public readonly alarm: cloudwatch.Alarm;
  /** The connections of the load balancer, with the port of its listener. */
  public readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, props: SharedLoadBalancerProps = {}) {
    super(scope, id);
    using _ = keepUserLine();
    try {
      requireDomains(props);
      if (props.vpc === undefined) requireGivenVpc(this, { subnet: props.vpcSubnets?.subnets?.[0] });
      this.vpc = props.vpc ?? hardenedVpc(this, 'Vpc');
      const entrance = this.openTo(props);
      ({ loadBalancer: this.loadBalancer, listener: this.listener } = entrance);
      ({ connections: this.connections } = this.listener);
      this.addCertificates(props);
      const names = this.publishNames(props);
      entrance.protectAfter(this.listener, ...names);
      this.alarm = loadBalancerAlarm(this, this.loadBalancer, props.alarmTopic && admitAlarms(props.alarmTopic));
      referWeakly(entrance);
      explainEntrance(entrance);
    } catch (error) {
      throw naming(this, error);
    }
  }

  private openTo(props: SharedLoadBalancerProps): LoadBalancedEntrance {
    return new LoadBalancedEntrance(this, 'Entrance', {
      vpc: this.vpc,
      internalSubnets: taskSubnets(this.vpc, props.vpcSubnets, undefined),
      removal: removalOf(props.removalPolicy),
      entranceOptions: {
        facing: props.internetFacing === true ? 'internet' : 'vpc',
        certificate: props.certificates?.[0] ?? this.issuedCertificate(props),
        clients: props.clients,
        deletionProtection: props.deletionProtection,
      },
      whoIsPublic: { chosen: "'internetFacing' is true", otherWay: "leave out 'internetFacing'" },
      defaultAction: () => elbv2.ListenerAction.fixedResponse(404, { contentType: 'text/plain', messageBody: 'Not found' }),
    });
  }

  private issuedCertificate({ internetFacing, domainNames = [], domainZone }: SharedLoadBalancerProps): acm.ICertificate | undefined {
    const [domainName, ...subjectAlternativeNames] = domainNames;
    if (internetFacing !== true || domainName === undefined) return undefined;
    return new acm.Certificate(this, 'Certificate', {
      domainName, subjectAlternativeNames, validation: acm.CertificateValidation.fromDns(domainZone),
    });
  }

  /** Each has an id of its own: by its place in the list, the removal of one would take another one off the listener. */
  private addCertificates({ certificates = [] }: SharedLoadBalancerProps): void {
    certificates.slice(1).forEach(certificate =>
      this.listener.addCertificates(`Certificate${certificate.node.addr.slice(-8)}`, [certificate]));
  }

  private publishNames({ domainNames = [], domainZone }: SharedLoadBalancerProps): readonly Construct[] {
    if (domainZone === undefined) return [];
    const target = route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(this.loadBalancer));
    // By their names, so that another order creates no record that exists. The dot ends a whole name, as in a load balancer of one service.
    return domainNames.map(name => new route53.ARecord(this, `Name ${name}`, { zone: domainZone, recordName: `${name}.`, target }));
  }
}
