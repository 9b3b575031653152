import { evidenceOf } from './evidence-of';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { StoppedTask } from '../../src/evidence/model/evidence';
import { isEvidence, readEvidence } from '../../src/evidence/read/read-evidence';
import { readPlainText } from '../../src/evidence/text/read-plain-text';

const ofLog = (logTail: readonly string[], task?: Partial<StoppedTask>) => diagnose(evidenceOf({ logTail, ...task && { task } }));

const ofText = (text: string) =>
  (readPlainText(text, isEvidence)?.values ?? []).flatMap(value => readEvidence(value)).map(evidence => diagnose(evidence));

test.each([
  'error: unrecognized arguments: serve --port 8080',
  'flag provided but not defined: -listen-addr',
  'Error: unknown flag: --metrics-port',
  'Error: unknown shorthand flag: \'x\' in -x',
  'Unrecognized option: -XX+UseG1GC',
  'error: unexpected argument \'--workers\' found',
  'error: unknown option \'--prod\'',
  'node: bad option: --max-old-space',
  'php: unrecognized option \'--daemon\'',
  'Error: No such option: --reload-dir',
])('a program that does not know an argument has a wrong command: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'app/bad-config', confidence: 'likely' });
});

test.each([
  '/bin/sh: 1: pidof: not found',
  'bash: line 1: netstat: command not found',
  'OCI runtime exec failed: exec failed: unable to start container process: exec: "lsof": executable file not found in $PATH: unknown',
])('a program that only looks at others belongs to a health check: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'health/container-command', confidence: 'likely' });
});

test('what a container lacks that had started, and whose check failed, is a program of the check', () => {
  const line = '/bin/sh: 1: /opt/app/healthy.sh: not found';
  expect(ofLog([line], { stoppedReason: 'Task failed container health checks' }).cause).toBe('health/container-command');
  expect(ofLog([line], { stoppedReason: 'Essential container in task exited' }).cause).toBe('start/command-not-found');
});

test.each([
  'CannotStartContainerError: Error response from daemon: container 1a2b encountered an error during hcsshim::System::Start: failure in a '
  + 'Windows system call: The container operating system does not match the host operating system. (0xc0370101)',
  'CannotStartContainerError: hcs::CreateComputeSystem 1a2b: The container operating system does not match the host operating system.',
])('an image for another version of Windows does not fit the platform: %s', reason => {
  expect(ofLog([], { containers: [{ name: 'app', reason }] })).toMatchObject({ cause: 'pull/platform-mismatch', confidence: 'likely' });
});

test.each([
  'System.DllNotFoundException: Unable to load shared library \'libgdiplus\' or one of its dependencies. In order to help diagnose '
  + 'loading problems, consider setting the LD_DEBUG environment variable: liblibgdiplus: cannot open shared object file: No such file',
  'PrismaClientInitializationError: Prisma Client could not locate the Query Engine for runtime "linux-musl".',
  'prisma:warn Prisma failed to detect the libssl/openssl version to use, and may not work as expected.',
])('a library that the loader does not find is no missing setting: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'app/missing-module' });
});

test.each([
  'Caused by: com.amazonaws.SdkClientException: Unable to retrieve the requested metadata (/latest/dynamic/instance-identity/document).',
  'software.amazon.awssdk.core.exception.SdkClientException: Unable to load region from any of the providers in the chain '
  + 'software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain@33f2e675',
])('a Region that an SDK looks for in vain is a missing setting: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'app/missing-config', confidence: 'likely' });
});

test.each([
  'Kernel pid terminated (application_controller) ({application_start_failure,shop,{bad_return,{{\'Elixir.Shop.Application\',start,[normal,[]]}}}})',
  'Crash dump is being written to: erl_crash.dump...done',
  'Slogan: init terminating in do_boot ({undef,[{\'Elixir.Shop.Release\',migrate,[],[]}]})',
])('the crash of an Erlang machine is read as a log: %s', line => {
  expect(ofText(`The release does not start.\n\n${line}\n`).map(({ cause }) => cause)).toEqual(['exit/application-error']);
});

test('a stopped task that somebody quotes out of the progress of Copilot is whole again', () => {
  const [{ cause, confidence }] = ofText([
    'Error:',
    '',
    '      - [0123abcd]: ResourceInitializationError: unable to pull secrets or reg',
    '        istry auth: execution resource retrieval failed: unable to retrieve se',
    '        crets from ssm: service call has been retried 1 time(s): AccessDeniedE',
    '        xception: User: arn:aws:sts::111122223333:assumed-role/web-ExecutionRo',
    '        le/0123abcd is not authorized to perform: ssm:GetParameters on resourc',
    '        e: arn:aws:ssm:eu-west-1:111122223333:parameter/web/KEY because no ide',
    '        ntity-based policy allows the ssm:GetParameters action status code: 40',
    '        0, request id: 1',
  ].join('\n'));
  expect([cause, confidence === 'possible']).toEqual(['init/secret-permission', false]);
});

const ended = (exitCode: number): Partial<StoppedTask> =>
  ({ stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode }] });

test.each([
  'Error: Bad directive or wrong number of arguments at line 88 of /etc/redis/redis.conf',
  '*** FATAL CONFIG FILE ERROR (Redis 7.4.7) ***',
  'AH00526: Syntax error on line 3 of /etc/apache2/sites-enabled/000-default.conf:',
  '2024-05-01T10:00:00.000000Z 0 [ERROR] [MY-000067] [Server] unknown variable \'innodb_buffer=1G\'.',
  'FATAL:  unrecognized configuration parameter "shared_bufers"',
  '2020/01/31 10:15:21 command traefik error: failed to decode configuration from flags: field not found, node: kubernetes',
  'nginx: [error] init_by_lua error: init.lua:553: error parsing declarative config file /home/kong/kong.yml:',
  'org.apache.kafka.common.config.ConfigException: Invalid value abc for configuration num.partitions: Not a number of type INT',
  'Error resolving property value [${timeout}]. Unable to convert value [60 seconds] to target type [Duration]',
  'yaml.scanner.ScannerError: mapping values are not allowed here',
  'msg="Loading configuration file failed" file=/etc/am.yml err="yaml: line 9: field foo not found in type config.plain"',
  'thread \'main\' panicked: called `Result::unwrap()` on an `Err` value: TOML parse error at line 3, column 5',
  'json: cannot unmarshal string into Go struct field Config.port of type int',
  'RangeError [ERR_SOCKET_BAD_PORT]: options.port should be >= 0 and < 65536. Received NaN.',
  'ActiveRecord::AdapterNotFound: Database configuration specifies nonexistent \'postgress\' adapter.',
  'InvalidArgumentException: Database connection [postgres] not configured.',
  'error: invalid value \'eighty\' for \'--port <PORT>\': invalid digit found in string',
])('a configuration file that a program rejects holds a wrong setting: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/bad-config', confidence: 'likely' });
});

test.each([
  'MongoParseError: Invalid scheme, expected connection string to start with "mongodb://" or "mongodb+srv://"',
  'sqlalchemy.exc.ArgumentError: Could not parse SQLAlchemy URL from string \'postgres\'',
  'cannot parse `postgres://web:xxxxx@db:port/shop`: failed to parse as URL (parse "postgres://web": invalid port ":port" after host)',
  'invalid DSN: missing the slash separating the database name',
  'System.ArgumentException: Format of the initialization string does not conform to specification starting at index 0.',
  'java.lang.RuntimeException: Driver org.postgresql.Driver claims to not accept jdbcUrl, ${JDBC_URL}',
])('an address that a client cannot read is a wrong setting: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/bad-config', confidence: 'likely' });
});

test.each([
  'ValueError: Fernet key must be 32 url-safe base64-encoded bytes.',
  'ArgumentError: key must be 32 bytes',
  'crypto/aes: invalid key size 31',
  'io.jsonwebtoken.security.WeakKeyException: The specified key byte array is 80 bits which is not secure enough for any JWT HMAC-SHA algorithm.',
  'Error: error:0909006C:PEM routines:get_name:no start line',
  'tls: failed to find any PEM data in certificate input',
  'java.io.IOException: Keystore was tampered with, or password was incorrect',
  'ValueError: Could not deserialize key data. The data may be in an incorrect format',
  'OpenSSL::PKey::RSAError: Neither PUB key nor PRIV key: nested asn1 error',
  'Error: Mismatching encryption keys. The encryption key in the settings file /home/node/.n8n/config does not match N8N_ENCRYPTION_KEY',
])('a key or certificate of another form is a wrong setting: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/bad-config', confidence: 'likely' });
});

test.each([
  'ERROR: Your license has expired. Please contact sales.',
  'FATAL invalid license: signature mismatch',
  'The trial period has ended',
  'Failed to validate license',
])('a license that a program does not take is a wrong setting: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/bad-config', confidence: 'likely' });
});

test('a license that will expire stops nothing', () => {
  expect(ofLog(['WARNING: no valid license check needed: your license will expire on Tue Jul 28']).cause).not.toBe('app/bad-config');
});

test.each([
  'FAILED: Multiple head revisions are present for given argument \'head\'; please specify a specific target revision',
  'migration 20240101120000 was previously applied but is missing in the resolved migrations',
  'goose run: error: found 1 missing migrations before current version 21:',
  'error: no migration found for version 42',
  'org.flywaydb.core.api.FlywayException: Found non-empty schema(s) "public" but no schema history table. Use baseline() to start',
  'liquibase.exception.ValidationFailedException: Validation Failed: 1 change sets check sum',
  'Microsoft.Data.SqlClient.SqlException (0x80131904): There is already an object named \'Orders\' in the database.',
  'CommandError: Conflicting migrations detected; multiple leaf nodes in the migration graph: (0002_a, 0002_b in shop).',
  'ActiveRecord::ConcurrentMigrationError: Cannot run migrations because another migration process is currently running.',
  'Error: The schema of your database is outdated. Please run yarn migrate.',
  'Bad file format reading the append only file: make a backup of your AOF file',
  'FATAL:  could not locate required checkpoint record',
  'ERROR: Database not up-to-date, please migrate database with kc.sh',
  'ERROR: Pidfile (celerybeat.pid) already exists. Seems we\'re already running? (pid: 1)',
  'kafka.common.InconsistentClusterIdException: The Cluster ID abc doesn\'t match stored clusterId Some(def) in meta.properties.',
])('what an earlier run or version left in the way is a bad state: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/bad-state', confidence: 'likely' });
});

test.each([
  'FATAL:  private key file "/var/lib/postgresql/server.key" has group or world access',
  'Exiting: error loading config file: config file ("filebeat.yml") can only be writable by the owner but the permissions are "-rw-rw-r--"',
  'unable to get ACME account: permissions 755 for /letsencrypt/acme.json are too open, please use 600',
  'org.opensearch.OpenSearchException: failed to bind service; nested: AccessDeniedException[/usr/share/opensearch/data/nodes]',
  'sqlite3.OperationalError: attempt to write a readonly database',
  'error: could not lock config file /root/.gitconfig: Permission denied',
  'The /app/bootstrap/cache directory must be present and writable.',
  'RuntimeException: Unable to write in the "cache" directory (/app/var/cache/prod).',
  'Failed to create cookie file \'/var/lib/rabbitmq/.erlang.cookie\': eacces',
])('a file with another mode or owner than the program asks for is a missing permission: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/file-permission', confidence: 'likely' });
});

test.each([
  'thread \'main\' panicked at src/main.rs:12: no native root CA certificates found',
  'java.security.InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty',
  'Error: error:140AB18F:SSL: ca md too weak',
  'System.Security.Authentication.AuthenticationException: The remote certificate was rejected by the provided RemoteCertificateValidationCallback.',
  'The remote certificate is invalid because of errors in the certificate chain: RemoteCertificateNameMismatch',
  'MySqlConnector.MySqlException: SSL Authentication Error',
  'mysqli_real_connect(): Cannot connect to MySQL by using SSL',
  'TLS requested but server does not support TLS',
])('a certificate that a client does not take is a matter of TLS: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/dependency-tls', confidence: 'likely' });
});

test('a key for encryption has nothing to do with TLS', () => {
  expect(ofLog(['No encryption key found - Auto-generating and saving to: /data/config']).cause).not.toBe('app/dependency-tls');
});

test.each([
  'org.postgresql.util.PSQLException: The authentication type 10 is not supported. Check that you have configured the pg_hba.conf file',
  'RuntimeError: Authentication plugin \'caching_sha2_password\' cannot be loaded',
  'this authentication plugin is not supported: unknown auth plugin:mysql_clear_password',
  'ERROR 1524 (HY000): Plugin \'mysql_native_password\' is not loaded',
])('a login in a way that the client does not know is rejected: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/dependency-auth', confidence: 'likely' });
});

test.each([
  '[2024-05-01 10:00:00,000: ERROR/MainProcess] Process \'ForkPoolWorker-3\' pid:27 exited with \'signal 9 (SIGKILL)\'',
  '[25-Oct-2018 13:34:22] WARNING: [pool www] child 10 exited on signal 9 (SIGKILL) after 271.560674 seconds from start',
  'DAMN ! worker 2 (pid: 178) died, killed by signal 9 :( trying respawn ...',
  'subprocess.CalledProcessError: Command \'[\'convert\']\' died with <Signals.SIGKILL: 9>.',
  'INFO exited: celery-main (terminated by SIGKILL; not expected)',
  'RuntimeError: DataLoader worker (pid 88) is killed by signal: Killed.',
])('a worker that the kernel killed inside the container had too little memory: %s', line => {
  expect(ofLog([line])).toMatchObject({ cause: 'memory/container-limit' });
});

test.each([
  'fixed memory regions require 604482K which is greater than 512M available for allocation: -XX:MaxDirectMemorySize=10M',
  'unable to calculate memory configuration',
  '# Native memory allocation (mmap) failed to map 2147483648 bytes. Error detail: committing reserved memory.',
])('a JVM that is calculated to need more memory than it has does not start: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'memory/app-heap', confidence: 'likely' });
});

test.each([
  'Could not find or load credentials: No credentials could be loaded from the chain',
  'Cannot fetch credentials from container - neither AWS_CONTAINER_CREDENTIALS_FULL_URI or _RELATIVE_URI is set',
  'javax.security.sasl.SaslException: Failed to find AWS IAM Credentials [Caused by SdkClientException: Failed to connect to service endpoint: ]',
])('a login at AWS that fails for want of credentials is no rejected password: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/aws-credentials', confidence: 'likely' });
});

test.each([
  'io.smallrye.config.ConfigValidationException: SRCFG00014: The config property shop.url is required but it could not be found in any config source',
  'com.typesafe.config.ConfigException$Missing: No configuration setting found for key \'db.url\'',
  'ERROR: Key material not provided to setup HTTPS. Please configure your keys/certificates or start the server in development mode.',
  'nginx: [emerg] no "ssl_certificate" is defined for the "listen ... ssl" directive in /etc/nginx/conf.d/default.conf:1',
])('a property or a certificate that no source gives is a missing setting: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/missing-config', confidence: 'likely' });
});

test.each([
  'ValueError: invalid literal for int() with base 10: \'eighty\'',
  'java.lang.NumberFormatException: For input string: "eighty"',
])('a number that is none may be a wrong setting: %s', line => {
  expect(ofLog([line], ended(1))).toMatchObject({ cause: 'app/bad-config', confidence: 'possible' });
});

test.each([
  'Unhandled exception. System.ArgumentNullException: Value cannot be null.',
  'Unhandled Exception: System.IO.FileLoadException: Could not load file or assembly',
  'terminate called after throwing an instance of \'std::runtime_error\'',
])('an exception that nothing handles is no crash of native code, whatever the exit code of the first process: %s', line => {
  expect(ofLog([line], ended(139)).cause).not.toBe('exit/segfault');
});

test('without an exception in the log, exit code 139 is a crash of native code', () => {
  expect(ofLog(['Listening on 8080'], ended(139))).toMatchObject({ cause: 'exit/segfault', confidence: 'certain' });
});

test('a binary in a crash of Erlang is read as the text that it is', () => {
  const codes = [...'environment variable SECRET_KEY_BASE is missing.\n'].map(letter => letter.charCodeAt(0)).join();
  const line = `{"init terminating in do_boot",{#{'__struct__'=>'Elixir.RuntimeError',message=><<${codes}>>},[{elixir_eval,'__FILE__',1,[]}]}}`;
  const { cause, clues } = ofLog([line], ended(1));
  expect([cause, clues.some(({ quote }) => quote.includes('SECRET_KEY_BASE is missing'))]).toEqual(['app/missing-config', true]);
  expect(ofLog([line.replace(codes, '1,2,3,4,5,6,7,8,9')], ended(1)).cause).toBe('exit/application-error');
});

test('what a health check prints of a server inside the container is no service that is out of reach', () => {
  const lines = ['Connecting to localhost:80 ([::1]:80)', 'wget: can\'t connect to remote host: Connection refused'];
  expect(ofLog(lines, { stoppedReason: 'Task failed container health checks' }).cause).toBe('health/container');
  expect(ofLog([lines[1]], ended(1)).cause).toBe('app/dependency-unreachable');
});

test('the reason in the line after it counts more than a database that an application does not connect to', () => {
  const line = 'ERROR [TypeOrmModule] Unable to connect to the database. Retrying (1)...';
  expect(ofLog([line, 'QueryFailedError: permission denied to create extension "vector"'], ended(1)).cause).toBe('app/dependency-auth');
  expect(ofLog([line, 'Error: connect ECONNREFUSED 10.0.1.7:5432'], ended(1))).toMatchObject({ cause: 'app/dependency-unreachable', confidence: 'likely' });
});
