import { tailLogs } from '../../advice/commands';
import { describeInterface } from '../../advice/network-commands';
import { bareHostIn } from '../../clues/bare-host';
import { silentFailure } from '../../clues/silent-failure';
import { atMost, inLog, logMayHold } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** A service that rejects somebody can be reached. */
const isRejected = logMayHold('password authentication failed', 'Access denied for user', 'Authentication failed', 'Login failed for user', 'no pg_hba.conf entry', 'WRONGPASS', 'NOAUTH', 'certificate', 'not authorized to perform');

const unreached = inLog(
  {
    sure: 'likely',
    says: 'a service that the application needs was not reached',
    words: [
      'ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', 'connection refused', 'connection timed out', 'connect timed out', 'connection attempt failed', 'no such host', 'no route to host', 'network is unreachable', 'i/o timeout',
      'could not translate host name', 'Name or service not known', 'Temporary failure in name resolution', 'nodename nor servname', 'Unknown MySQL server host', 'UnknownHostException', 'NoRouteToHostException', 'ConnectException', 'SocketTimeoutException', 'HttpConnectTimeoutException', 'getaddrinfo failed', 'php_network_getaddresses',
      'Communications link failure', "Can't connect to MySQL server", "Can't connect to local MySQL server", "Can't reach database server", 'Unable to connect to the database', 'establishing a database connection', 'failed to retrieve PostgreSQL', 'Could not connect to database', 'could not connect to server', 'Connection is not available, request timed out', 'HikariPool … Exception during pool initialization', 'ServerSelectionTimeoutError', 'MongoServerSelectionError', 'MongoNetworkError', 'MongooseServerSelectionError', 'Could not connect to Redis', 'Unable to connect to Redis', 'RedisConnectionFailureException', 'Connection refused', 'NoBrokersAvailable', 'could not be established. Broker may not be available', 'KafkaJSConnectionError', 'AMQPConnectionError', 'BrokerUnreachableException', 'ConnectTimeoutError', 'TimeoutError: … connect', 'SequelizeConnection(|Refused|TimedOut)Error', 'SequelizeHostNotFoundError', 'Connection terminated due to connection timeout', 'timeout expired', 'KnexTimeoutError', 'Max retries exceeded', 'EndpointConnectionError', 'Connect timeout on endpoint URL', 'Unable to connect to database', 'Failed to connect to (database|db|postgres|mysql|redis|mongo)', 'failed to connect to `', 'server closed the connection unexpectedly', 'A network-related or instance-specific error', 'The ECS … not reachable', 'context deadline exceeded', 'OperationalError: (2003', 'OperationalError: (2005', 'Lost connection to MySQL', 'max_connections', 'too many clients', 'too many connections', 'remaining connection slots', 'P1001', 'Unable to execute HTTP request: Connect', 'upstream timed out', 'Waiting for database', '(obtain|acquire|open|get|create) JDBC connection', 'Unable to obtain connection from database', 'Acquisition timeout while waiting for new connection', 'Cannot create PoolableConnectionFactory', 'Handshake inactivity timeout', 'Socket closed unexpectedly', 'ClusterAllFailedError', 'Name does not resolve', 'Could not resolve host', 'failed to lookup address information', 'tcp connect error', 'os error 111', 'os error 110', 'nxdomain', 'econnrefused', 'Host is unreachable', 'Failed to open TCP connection', 'UnresolvedAddressException', 'Broker transport failure', 'Failed to resolve host', 'bad address', 'Connection to … refused', 'SQLSTATE[08006]', 'NpgsqlException … (Failed to connect|Exception while connecting|operation has timed out)', 'timeout exceeded when trying to connect', 'ConnectionNotEstablished', 'ActiveRecord::DatabaseConnectionError', '(08001)', 'DBConnection.ConnectionError', 'NoNodeAvailable', 'NoHostAvailable', 'No living connections', 'ConnectionRefusedError', 'ConnectionTimeoutError', 'Timed out while waiting for … to', 'Connection timeout', 'Unable to reach', 'wait-for-it … timeout', 'is not reachable', 'unable to connect to server', 'ConnectionError: Error', 'Could not connect to', 'ConnectionError: Could not',
    ],
    unless: ['ELB-HealthChecker', 'health check', '169.254.169.254', 'host not found in upstream', 'AppNet Agent', '169.254.170.2', 'ENOTFOUND undefined', 'ECONNREFUSED undefined', 'credentials', 'hostname: Name or service not known', 'Connecting to localhost … connect to remote host', 'Connecting to 127.0.0.1 … connect to remote host', 'curl: (7) Failed to connect to localhost', 'curl: (7) Failed to connect to 127.0.0.1'],
  },
);

/** A service that the application needs does not answer. */
export const appDependencyUnreachable: Signature = {
  cause: 'app/dependency-unreachable',
  atBest: 'likely',
  retriable: null,
  says: 'A database or another service that the application needs could not be reached. A timeout is a security group or a route, a refusal is a service that is down or the wrong port, a name that is not found is a wrong host or VPC DNS.',
  toConfirm: 'From inside a task (ECS Exec), resolve the name and connect to the port.',
  seenIn: [
    { log: ['Error: connect ETIMEDOUT 10.0.0.109:5432'] },
    { log: ['Error: connect ECONNREFUSED 10.0.3.7:6379'] },
    { log: ['Error: getaddrinfo ENOTFOUND mydb.abc.eu-west-1.rds.amazonaws.com'] },
    { log: ['sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) connection to server at "10.0.1.5", port 5432 failed: Connection timed out'] },
    { log: ['com.mysql.cj.jdbc.exceptions.CommunicationsException: Communications link failure'] },
    { log: ['dial tcp 10.0.1.5:3306: connect: connection refused'] },
    { log: ["PrismaClientInitializationError: Can't reach database server at `db.internal.example.com:5432`"] },
    { log: ['MongoServerSelectionError: connect ETIMEDOUT 10.0.2.9:27017'] },
    { log: ['redis.exceptions.ConnectionError: Error 111 connecting to cache.internal.example.com:6379. Connection refused.'] },
    { log: ['SQLSTATE[HY000] [2002] Connection timed out'] },
    { log: ['{"level":"error","time":"2024-05-01T10:00:00Z","msg":"cannot start","err":{"message":"connect ECONNREFUSED 10.0.1.5:5432","code":"ECONNREFUSED"}}'] },
  ],
  clues: evidence => [
    ...isRejected(evidence) || bareHostIn(evidence) ? atMost('possible', unreached(evidence)) : unreached(evidence),
    ...silentFailure(evidence, 'the log is not given; a service that is not reached is a common reason'),
  ],
  actions: evidence => [
    { title: 'Read which host and port it is.', commands: [tailLogs(evidence)], prop: 'environment' },
    { title: 'Compare the security group of the task with that of the service it calls.', commands: [describeInterface(evidence)], prop: 'vpc' },
  ],
};
