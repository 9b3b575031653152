import { tailLogs } from '../../advice/commands';
import { plaintextToTls } from '../../clues/plaintext-to-tls';
import { inLog, together } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { TLS_DISAGREEMENT } from '../../vocabulary/tls-disagreement';

/** The two sides do not agree on encryption. */
export const appDependencyTls: Signature = {
  cause: 'app/dependency-tls',
  atBest: 'likely',
  retriable: false,
  says: 'The application and a database or another service do not agree on TLS: TLS is required but not used, or the '
    + 'certificate is not trusted. Enable TLS in the client, and add the certificate authority to the image (for RDS: '
    + 'global-bundle.pem).',
  toConfirm: 'Connect with TLS required and with certificate verification. If this works, the client settings of the '
    + 'application are the cause.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/dependency-auth', 'app/dependency-unreachable'],
  onlyLogTellsApart: true,
  logTopics: ['TLS'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ['FATAL:  no pg_hba.conf entry for host "10.0.1.7", user "web", database "web", no encryption'] },
    { log: ['no pg_hba.conf entry for host "10.0.1.7", user "web", database "web", SSL off'] },
    { log: ['Error: self signed certificate in certificate chain'] },
    { log: ['Error: unable to verify the first certificate'] },
    {
      log: [
        'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate',
      ],
    },
    {
      log: ['javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target'],
    },
    { log: ['tls: failed to verify certificate: x509: certificate signed by unknown authority'] },
  ],
  clues: together(
    plaintextToTls,
    inLog(
      TLS_DISAGREEMENT,
      {
        sure: 'possible',
        says: 'the client is configured to connect without TLS, which the database might require',
        words: [
          'ssl: false',
          'sslmode=disable',
          'useSSL=false',
          'encrypt=false',
        ],
      },
      {
        sure: 'possible',
        says: 'a server that requires TLS closes a connection without TLS',
        words: [
          'ECONNRESET',
          'Connection lost',
          'Connection reset by peer',
          'server closed the connection unexpectedly',
          'Socket closed unexpectedly',
          'Connection closed by server',
          'unexpected EOF',
        ],
      },
    ),
  ),
  actions: evidence => [
    { title: 'Read which service it is, and enable TLS for it.', commands: [tailLogs(evidence)], prop: 'environment' },
    {
      title: 'For RDS, add its certificate authorities to the image.',
      commands: ['curl -fsSo global-bundle.pem https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem'],
      prop: 'image',
    },
  ],
};
