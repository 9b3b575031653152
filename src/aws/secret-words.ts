/** Words that name a secret even at the end of a longer word, as in `PGPASSWORD`. */
export const WORDS = [
  'passw(?:or)?ds?', 'passwrd', 'pa?s(?:w|wor)d', 'pword', 'passphrases?', 'passcodes?', 'passkeys?', 'pwd', 'pswd', 'secrets?',
  'credentials?', 'signature', 'cookies?', 'mnemonic', 'sess(?:ion)?_?id', 'secure_?string', '(?:seed|recovery)_?phrase',
  '(?:device|auth|authorization|recovery|backup|verification|pairing)_?code', 'code_?verifier', 'saml_?re(?:quest|sponse)',
  '(?:client|saml|jwt)_?assertion',
  '(?:require|master|bind|root|user|admin|db|my|sql|pg|key|store|ldap|ftp|smtp|ssh|redis|auth|login)pass(?![^_\\d])',
  '(?:bind|root|user|admin|db|ldap)pw(?![^_\\d])', 'masterauth',
  '(?<!request_?|next_?|page_?|pagination_?|continuation_?|unexpected_?)tokens?',
];

/** Words that name a secret only where they stand alone: `REDIS_AUTH`, but not `compass`. */
export const WHOLE_WORDS = [
  'pass', 'passw', 'pw', 'psw', 'auth', 'pin', 'otp', 'totp', 'cvv', 'pat', 'psk', 'jwt', 'sas', 'bearer', 'salt', 'pepper',
  'hmac',
];

/** What a key opens or signs: its value is a secret whatever it looks like. */
export const KEYS = [
  'access', 'account', 'admin', 'aes', 'api', 'app', 'application', 'auth', 'cipher', 'client', 'consumer', 'cookie',
  'crypto', 'deploy',
  'encryption', 'functions?', 'hmac', 'host', 'integration', 'jwt', 'license', 'licence', 'master', 'private', 'read',
  'rsa', 'secret',
  'server', 'service', 'session', 'shared', 'signing', 'ssh', 'storage', 'subscription', 'webhook', 'write',
];

/** Keys that name a place or a thing, and open nothing. */
export const KEYS_TO_NOTHING = [
  'primary', 'foreign', 'public', 'partition', 'sort', 'range', 'cache', 'object', 's3', 'bucket', 'idempotency', 'unique',
  'composite',
  'index', 'group', 'lookup', 'translation', 'i18n', 'message', 'record', 'file', 'dedup(?:lication)?',
  'host_?key_?fingerprint', 'kms',
  'hash', 'map', 'json', 'config', 'property', 'row', 'column', 'shard', 'lock', 'parameter', 'tag', 'label', 'event', 'query',
  'missing', 'invalid', 'duplicate', 'unknown', 'the', 'no', 'any', 'a',
];

/** What people outside English call a password, a secret or a token; `_` stands between words. */
export const IN_OTHER_LANGUAGES = [
  // Of Western and Northern Europe
  'losungswort', 'geheimnis', 'geheim', 'zugangscode', 'api_?schl(?:ü|ue)ssel', 'contrase(?:ñ|n|ny)a', 'contrasinal',
  'clave', 'secreto',
  'palabra_clave', 'mot_de_passe', 'motdepasse', 'mdp', 'jeton', 'cl(?:é|e)_(?:api|secr(?:è|e)te|priv(?:é|e)e)', 'senha',
  'segredo', 'chave',
  'parola(?:_(?:chiave|segreta|d_ordine|de_acces))?', 'segreto', 'chiave_(?:api|segreta|privata)', 'wagwoord', 'lykilor(?:ð|d)',
  'pasfhocal', 'cyfrinair', 'pasahitza', 'fjal(?:ë|e)kalimi?', 'pasvorto',
  // Of Eastern Europe, and of Asia and Africa where they write in Latin letters
  'has(?:ł|l)o', 'heslo', 'geslo', 'lozinka', 'zaporka', 'jelsz(?:ó|o)', 'parol(?:e|ă|i)?', 'parool', 'salas(?:õ|o)na',
  'slapta(?:ž|z)odis', '(?:ş|s)ifr(?:e|ə)', 'anahtar(?:ı)?', 'm(?:ậ|a)t_kh(?:ẩ|a)u', 'kata_sandi', 'sandi', 'kata_laluan',
  'nenosiri', 'nywila',
];

/** Such words that end longer ones, as in `Datenbankpasswort`. */
export const IN_COMPOUNDS = [
  'passwort', 'kennwort', 'wachtwoord', 'l(?:ö|o)senord', 'adgangskode', 'adgangsord', 'kodeord', 'passord', 'salasana',
];

/** Such words of other scripts. */
export const IN_OTHER_SCRIPTS = [
  'κωδικ(?:ός|ος|ού)(?:_πρόσβασης)?', 'συνθηματικό', 'парол(?:ь|я|ю|ем|и|а)', 'лозинка', 'гасло', 'секрет', 'токен',
  'құпиясөз', 'нууц_үг',
  'գաղտնաբառ', 'პაროლი', 'パスワード', 'パスフレーズ', '暗証番号', '合言葉', 'シークレット', 'トークン', '秘密鍵', 'apiキー',
  '密码', '密碼', '口令', '密钥', '密鑰', '秘钥', '私钥', '令牌', '비밀번호', '패스워드', '암호', '비밀키', '토큰', 'รหัสผ่าน', 'ລະຫັດຜ່ານ',
  'ពាក្យសម្ងាត់', 'စကားဝှက်', 'पासवर्ड', 'कूटशब्द', 'পাসওয়ার্ড', 'পাসওয়ার্ড', 'પાસવર્ડ', 'ਪਾਸਵਰਡ', 'கடவுச்சொல்',
  'పాస్వర్డ్', 'ಪಾಸ್ವರ್ಡ್', 'പാസ്വേഡ്', 'මුරපදය', 'كلمة_(?:المرور|السر)', 'الرقم_السري', 'رمز_عبور', 'گذرواژه', 'کلمه_عبور',
  'پاس_ورڈ',
  'סיסמה', 'סיסמא', 'የይለፍ_ቃል',
];

/** What follows the word in names that tell something about a secret and not the secret. */
export const ABOUT_A_SECRET = [
  'policy', 'files?', 'path', 'dir', 'names?', 'arns?', 'length', 'len', 'size', 'ttl', 'age', 'expir\\w*', 'valid\\w*',
  'urls?', 'uris?',
  'hosts?', 'port', 'types?', 'count', 'limits?', 'rotat\\w*', 'enabled', 'disabled', 'required', 'missing', 'algorithm',
  'alg', 'method',
  'mode', 'endpoint', 'prefix', 'suffix', 'version', 'versions?_?id', 'timeout', 'source', 'provider', 'store', 'manager',
  'managers',
  'issuer', 'field', 'header', 'format', 'reset', 'changed', 'error', 'exception', 'service', 'filter', 'class', 'usage',
  'used', 'max',
  'min', 'region', 'account', 'scope', 'location', 'domain', 'samesite', 'secure', 'httponly', 'id', 'realm', 'status',
  'state', 'at',
  'date', 'time', 'plugin', 'options?', 'encoding', 'rounds',
];

/** What follows the word in names of the secret of one place or time: `DB_PASSWORD_PROD`. */
export const OF_A_PLACE = [
  '\\d+', 'v\\d+', 'prod(?:uction)?', 'live', 'stag(?:e|ing)', 'dev(?:elopment)?', 'test', 'qa', 'uat', 'base', 'value',
  'string', 'text',
  'plain', 'raw', 'old', 'new', 'current', 'previous', 'next', 'primary', 'secondary', 'main', 'backup', 'default', 'b64',
  'base64', 'env',
  'admin', 'root', 'user', 'app', 'db', 'api', 'read', 'write', 'ro', 'rw', 'salt', 'seed', 'pepper', 'hex', 'pem', 'hash',
  'code', 'eu', 'us',
  'confirm(?:ation)?', 'repeat', 'again', 'verify',
];
