import { promisesCredential, secretName } from '../../src/aws/secret-names';

const isHidden = (name: string): boolean => secretName(name) === 'certain';

test.each([
  'ACCESS_KEY', 'API_KEY', 'authKey', 'CREDENTIALS', 'DB_PASS', 'db-password', 'ENCRYPTION_KEY', 'GITHUB_TOKEN', 'JWT_SECRET', 'MASTER_KEY',
  'PASSPHRASE', 'PGPASSWORD', 'PRIVATE_KEY', 'SECRET_KEY_BASE', 'SIGNING_KEY', 'SMTP_PWD',
])('%s promises a credential, and its value is hidden', name => {
  expect([promisesCredential(name), isHidden(name)]).toEqual([true, true]);
});

test.each(['ACCESS_KEY_ID', 'ACCOUNT_KEY', 'COOKIE', 'LICENSE_KEY', 'SESSION_KEY', 'X-Amz-Signature'])(
  'the value of %s is hidden, although the name may be one of a plain setting', name => {
    expect([promisesCredential(name), isHidden(name)]).toEqual([false, true]);
  },
);

test.each([
  'passwort', 'kennwort', 'geheimnis', 'contraseña', 'contrasena', 'clave', 'mot_de_passe', 'motdepasse', 'mdp', 'senha', 'chave', 'parola',
  'wachtwoord', 'lösenord', 'losenord', 'hasło', 'haslo', 'heslo', 'salasana', 'adgangskode', 'passord', 'şifre', 'sifre', 'jelszó', 'jelszo',
  'geslo', 'lozinka', 'sandi', 'mật_khẩu', 'mat_khau', 'пароль', 'секрет', 'токен', 'κωδικός', 'パスワード', '暗証番号', '密码', '密碼', '口令',
  '密钥', '密鑰', '비밀번호', '암호', 'كلمة_المرور', 'סיסמה', 'סיסמא', 'รหัสผ่าน', 'पासवर्ड',
])('the value of %s is hidden in its own language, too', name => {
  expect(isHidden(name)).toBe(true);
});

test.each(['BYPASS', 'PARTITION_KEY', 'requestToken', 'TESTS_PASSED', 'TOKEN_TTL'])('%s is no name of a secret', name => {
  expect(isHidden(name)).toBe(false);
});

test.each(['PWD', 'OLDPWD'])('%s is the working directory', name => {
  expect(promisesCredential(name)).toBe(false);
});
