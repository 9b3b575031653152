import { tailLogs } from '../../advice/commands';
import { plaintextToTls } from '../../clues/plaintext-to-tls';
import { inLog, together } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The two sides do not agree on encryption. */
export const appDependencyTls: Signature = {
  cause: 'app/dependency-tls',
  atBest: 'likely',
  retriable: false,
  says: 'A database or another service and the application do not agree on TLS: it is wanted and not used, or the certificate is not trusted. Turn TLS on in the client, and add the authority (for RDS the global-bundle.pem) to the image.',
  toConfirm: 'Connect by hand with TLS required, and with the certificate checked.',
  seenIn: [
    { log: ['FATAL:  no pg_hba.conf entry for host "10.0.1.7", user "web", database "web", no encryption'] },
    { log: ['no pg_hba.conf entry for host "10.0.1.7", user "web", database "web", SSL off'] },
    { log: ['Error: self signed certificate in certificate chain'] },
    { log: ['Error: unable to verify the first certificate'] },
    { log: ['ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate'] },
    { log: ['javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target'] },
    { log: ['tls: failed to verify certificate: x509: certificate signed by unknown authority'] },
  ],
  clues: together(plaintextToTls, inLog({
    sure: 'likely',
    says: 'the two sides do not agree on TLS',
    words: [
      'no encryption', 'SSL off', 'self(-| )signed certificate', 'SELF_SIGNED_CERT', 'unable to verify the first certificate', 'UNABLE_TO_VERIFY_LEAF', 'UNABLE_TO_GET_ISSUER', 'CERTIFICATE_VERIFY_FAILED', 'certificate verify failed', 'SSLHandshakeException', 'PKIX path building', 'valid certification path', 'x509: certificate', 'failed to verify certificate', 'unable to get local issuer', 'SSL connection is required', 'server does not support SSL', 'The server does not support SSL', 'insecure transport are prohibited', 'require_secure_transport', 'SSL/TLS required', 'SSL is required', 'CERT_HAS_EXPIRED', 'certificate has expired', 'ERR_TLS_CERT', 'wrong version number', 'SSLV3_ALERT', 'tlsv1 alert', 'root.crt', 'root certificate file', 'ssl.SSLError', 'AuthenticationException: The remote certificate', 'remote certificate is invalid', 'TlsException', 'P1011', 'HANDSHAKE_SSL_ERROR', 'HANDSHAKE_NO_SSL_SUPPORT', 'SSL required', 'TLS/SSL error', 'Certificate verification failure', 'certificate is NOT trusted', 'authority that is not trusted', 'pre-login handshake', 'before secure TLS connection was established', 'SSL is not enabled on the server', 'server refused TLS connection', 'DEPTH_ZERO_SELF_SIGNED', 'does not match certificate', 'OpenSSL::SSL::SSLError', 'SSLError', 'SSLPeerUnverifiedException', 'Unsupported or unrecognized SSL message', 'invalid peer certificate', 'UnknownIssuer', 'SSL connection error', 'SSL routines', 'ERROR 2026', 'tls: first record does not look like', 'remote error: tls', 'received fatal alert', 'unknown_ca', 'HTTPS … HTTP request was sent', 'certificate is not valid', 'Invalid SSL certificate', 'SSL certificate problem', 'connecting to a SSL listener', 'incorrect security.protocol', 'handshake operation timed out', 'SSL handshake failed', 'certificate validation failed', 'SSL Negotiation failed', 'TLS handshake failed', 'TLS handshake error', 'handshake failure', 'sslmode value', 'unable to find valid certification', 'unable to load (CA|certificate|cert)', 'certificate signed by unknown authority', 'no required ssl certificate was sent', 'HandshakeException', 'SslHandshake', 'javax.net.ssl', 'only accepts … (TLS|SSL)', 'must use (TLS|SSL)', 'requires (TLS|SSL)', 'TLS is required', 'tls_alert', 'certificate_unknown', 'handshake_failure', 'unknown ca', 'ERR_SSL_', 'ERR_OSSL_', 'EPROTO', 'Missing CA certificate', 'InvalidCertificate', 'CertificateError', 'CertificateException',
    ],
    unless: ['CannotPull', 'sslmode=require password'],
  }, { sure: 'possible', says: 'the client was told to speak without TLS, which the database may ask for', words: ['ssl: false', 'sslmode=disable', 'useSSL=false', 'encrypt=false'] }, {
    sure: 'possible',
    says: 'a server that wants TLS hangs up on a client that does not speak it',
    words: ['ECONNRESET', 'Connection lost', 'Connection reset by peer', 'server closed the connection unexpectedly', 'Socket closed unexpectedly', 'Connection closed by server', 'unexpected EOF'],
  })),
  actions: evidence => [
    { title: 'Read which service it is, and turn TLS on for it.', commands: [tailLogs(evidence)], prop: 'environment' },
    { title: 'For RDS, add its authorities to the image.', commands: ['curl -fsSo global-bundle.pem https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem'], prop: 'image' },
  ],
};
