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
  says: 'A database or another service and the application do not agree on TLS: it is wanted and not used, or the '
    + 'certificate is not trusted. '
    + 'Turn TLS on in the client, and add the authority (for RDS the global-bundle.pem) to the image.',
  toConfirm: 'Connect by hand with TLS required, and with the certificate checked.',
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
        says: 'the client was told to speak without TLS, which the database may ask for',
        words: [
          'ssl: false',
          'sslmode=disable',
          'useSSL=false',
          'encrypt=false',
        ],
      },
      {
        sure: 'possible',
        says: 'a server that wants TLS hangs up on a client that does not speak it',
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
    { title: 'Read which service it is, and turn TLS on for it.', commands: [tailLogs(evidence)], prop: 'environment' },
    {
      title: 'For RDS, add its authorities to the image.',
      commands: ['curl -fsSo global-bundle.pem https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem'],
      prop: 'image',
    },
  ],
};
