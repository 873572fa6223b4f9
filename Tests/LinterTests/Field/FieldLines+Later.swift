/// Written after the forms that the first lines showed to be missing were added, to see what that is worth elsewhere.
extension FieldLines {
  /// Secrets in code, tests and settings.
  static let laterSecrets = #"""
    LoginTest.java | loginPage.login("nora", "«{lower:5}{digits:3}»");
    LoginTest.java | String pass = "«{upper:1}{lower:4}{digits:4}»";
    LoginTest.java | credentials.put("password", "«{alnum-lower:9}»");
    LoginTest.java | assertTrue(encoder.matches("«{lower:6}{digits:2}»", user.getPassword()));
    Conf.java | public String getApiSecret() { return "«{base62:32}»"; }
    Conf.java | config.setProperty("hibernate.connection.password", "«{alnum-lower:10}»");
    Conf.java | @TestPropertySource(properties = "app.token=«{hex:40}»")
    Conf.java | final char[] keyPass = "«{lower:6}{digits:3}»".toCharArray();
    Conf.java | map.put(AUTH_TOKEN, "«{base62:32}»");
    Conf.java | RestAssured.given().auth().basic("shop", "«{alnum-lower:10}»")
    Conf.kt | .header("X-API-KEY", "«{base62:32}»")
    Conf.kt | val jwtSecret: String = "«{base62:32}»"
    Conf.cs | Password = "«{upper:1}{lower:5}{digits:2}#»",
    Conf.cs | private static readonly string _clientSecret = "«{base62:40}»";
    Conf.cs | { "apiKey", "«{hex:32}»" },
    Conf.cs | [InlineData("nora", "«{upper:1}{lower:5}{digits:3}»")]
    Conf.cs | builder.Password = "«{alnum-lower:10}»";
    Conf.cs | connStr = "mongodb+srv://shop:«{alnum-lower:14}»@cluster0.mongodb.net/x";
    conf.go | os.Setenv("API_TOKEN", "«{hex:40}»")
    conf.go | Auth: &Auth{Username: "shop", Password: "«{alnum-lower:10}»"},
    conf.go | APIKey:      "«{hex:32}»",
    conf.go | const defaultPassword = "«{lower:5}{digits:3}»"
    conf.go | viper.SetDefault("db.password", "«{alnum-lower:10}»")
    conf.go | t.Setenv("SECRET_KEY", "«{base62:32}»")
    conf.py | monkeypatch.setenv("API_KEY", "«{hex:32}»")
    conf.py | os.environ.setdefault('DJANGO_SECRET', '«{base62:40}»')
    conf.py | PASS = '«{lower:5}{digits:3}»'
    conf.py | db = MySQLdb.connect("localhost", "shop", "«{alnum-lower:10}»", "shop")
    conf.py | smtp.login('shop@orion.io', '«{lower:16}»')
    conf.py | creds = {"client_id": "x", "client_secret": "«{base64url:24}»"}
    conf.py | twitter.Api(consumer_key='«{base62:25}»', consumer_secret='«{base62:50}»')
    conf.py | admin_password: str = Field("«{alnum-lower:10}»")
    conf.py | webhook_secret = "«{hex:40}»"
    conf.py | auth=HTTPBasicAuth('shop', '«{alnum-lower:12}»'))
    conf.py | bcrypt.checkpw(b"«{lower:6}{digits:2}»", h) # password
    conf.py | "--password", "«{alnum-lower:10}»",
    conf.py | PRIVATE_KEY = '0x«{hex:64}»'
    conf.py | openai.api_key = "«{base62:48}»"
    conf.rb | config.api_token = "«{hex:40}»"
    conf.rb | http.basic_auth 'shop', '«{alnum-lower:10}»'
    conf.rb | Devise.secret_key = "«{hex:64}»"
    conf.rb | post '/login', params: { email: 'nora@orion.io', password: '«{lower:6}{digits:2}»' }
    conf.rb | ENV['SECRET_TOKEN'] = '«{hex:64}»'
    conf.rb | :secret_access_key => '«{base64:40}»'
    conf.php | $mail->Password = '«{lower:6}{digits:3}»';
    conf.php | const API_KEY = '«{hex:32}»';
    conf.php | 'app_secret' => '«{hex:32}»',
    conf.php | curl_setopt($ch, CURLOPT_USERPWD, 'shop:«{alnum-lower:10}»');
    conf.php | $pwd="«{lower:5}{digits:4}»";
    conf.php | private $secretKey = '«{base62:32}»';
    conf.js | firebase.auth().signInWithEmailAndPassword('nora@orion.io', '«{alnum-lower:10}»')
    conf.js | var dbPwd = "«{alnum-lower:9}»";
    conf.js | stripe = require('stripe')('«{base62:32}»') // secret
    conf.js | const WEBHOOK_SECRET='«{hex:40}»'
    conf.js | "x-access-token": "«{base62:40}»",
    conf.js | passphrase: "«{lower:6}{digits:3}»",
    conf.js | Authorization: "Basic «{base64-of:shop:{base62:12}}»"
    conf.js | secretOrKey: '«{base62:24}»',
    conf.js | JWT_KEY: "«{base62:20}»",
    conf.js | appKey: '«{hex:32}»', appSecret: '«{hex:64}»'
    conf.ts | accessToken: '«{base62:64}»',
    conf.ts | public apiToken = "«{hex:40}»";
    conf.yml | smtp_password: «{lower:5}{digits:4}»
    conf.yml | api_token: '«{hex:40}»'
    conf.yml |     - "SECRET_KEY=«{base62:40}»"
    conf.yml | rabbitmq_password: «{alnum-lower:12}»
    conf.yml | auth_key: «{hex:32}»
    conf.yml | slack_webhook_token: «{base62:24}»
    conf.json | "auth": "«{base64-of:shop:{base62:16}}»"
    conf.json | "db_password": "«{lower:6}{digits:3}»"
    conf.json | "consumerSecret": "«{base62:50}»"
    conf.json | "masterKey": "«{base62:40}»"
    conf.properties | db.pwd=«{alnum-lower:10}»
    conf.properties | github.token = «{hex:40}»
    conf.properties | mail.password: «{lower:6}{digits:3}»
    conf.properties | encryption.key=«{base64:44}»
    conf.xml | <entry key="password">«{alnum-lower:10}»</entry>
    conf.xml | <Password>«{alnum-lower:10}»</Password>
    conf.xml | <property name="password" value="«{lower:6}{digits:3}»"/>
    conf.xml | <ApiKey>«{hex:32}»</ApiKey>
    conf.sh | ADMIN_PASS=«{alnum-lower:10}»
    conf.sh | wget --http-password=«{alnum-lower:10}» https://x.orion.io/f
    conf.sh | ./run --token «{hex:40}»
    conf.sh | aws configure set aws_secret_access_key «{base64:40}»
    conf.sh | helm install x --set auth.password=«{alnum-lower:12}»
    conf.sh | kubectl create secret generic x --from-literal=token=«{hex:40}»
    conf.sql | SET PASSWORD FOR 'shop'@'%' = PASSWORD('«{alnum-lower:10}»');
    conf.md | | nora | «{lower:5}{digits:4}» |
    conf.md | `token=«{hex:40}»`
    conf.md | password is «{lower:5}{digits:4}»
    """#

  /// What looks like them.
  static let laterOthers = #"""
    LoginTest.java | loginPage.login(user.getName(), user.getPassword());
    LoginTest.java | when(request.getHeader("Authorization")).thenReturn("Bearer token");
    LoginTest.java | when(env.getProperty("password")).thenReturn("pass");
    LoginTest.java | verify(service).changePassword("nora", "oldPassword", "newPassword");
    LoginTest.java | new UsernamePasswordCredentials(username, password);
    LoginTest.java | new UsernamePasswordCredentials("user", "password")
    LoginTest.java | DriverManager.getConnection("jdbc:h2:mem:test", "sa", "");
    LoginTest.java | DriverManager.getConnection(URL, "root", "root");
    LoginTest.java | public static final String KEY_PASSWORD = "org.orion.shop.key.password";
    LoginTest.java | private String tokenPrefix = "Bearer ";
    LoginTest.java | Assert.assertEquals("keyId", "signing-key-2021", key.getId());
    LoginTest.java | .claim("scope", "read:orders write:orders")
    LoginTest.java | private static final String SALT_ALGORITHM = "SHA1PRNG";
    LoginTest.java | String secretVersion = "AWSCURRENT";
    LoginTest.java | @Parameter(names = {"-p", "--password"}, description = "Password")
    LoginTest.java | bundle.getString("label.password.confirm")
    LoginTest.java | context.setAttribute("org.orion.TOKEN_COUNTER", counter);
    LoginTest.java | keyGen.init(256); key = "AES256"; token = "TOK_PLUS";
    Conf.kt | private val KEY_TOKEN = stringPreferencesKey("auth_token_v2")
    Conf.cs | new NetworkCredential(userName, password, domain)
    Conf.cs | new NetworkCredential("user", "pass")
    Conf.cs | [Theory, InlineData("password")]
    Conf.cs | KeyVaultSecretUri = "https://orion.vault.azure.net/secrets/db",
    Conf.cs | public string TokenName => "RequestVerificationToken";
    Conf.cs | public const string ApiKeyHeaderName = "X-Api-Key";
    Conf.cs | AssemblyKeyToken = "{hex:16}"
    Conf.cs | Assert.Equal("{hex:32}", md5);
    conf.go | req.SetBasicAuth(username, password)
    conf.go | req.SetBasicAuth("user", "pass")
    conf.go | os.Setenv("API_TOKEN", "test")
    conf.go | secretKey := viper.GetString("secret_key")
    conf.go | {Name: "token", Usage: "API token", EnvVar: "API_TOKEN"},
    conf.go | tokenPath = "/etc/orion/token.json"
    conf.go | passwordMask = "●●●●●●"
    conf.go | KeyName: "orion-signing-key",
    conf.go | return nil, fmt.Errorf("secret %q not found", name)
    conf.go | etag := `"{hex:32}"`
    conf.go | const testKeyHash = "{hex:64}"
    conf.go | db, _ := sql.Open("mysql", "root:root@tcp(localhost:3306)/test")
    conf.go | db, _ := sql.Open("mysql", "user:password@tcp(127.0.0.1:3306)/db")
    conf.go | dsn = "{{user}}:{{password}}@tcp({{host}})/{{db}}"
    conf.py | requests.get(url, auth=HTTPBasicAuth('user', 'pass'))
    conf.py | client.login(username='testuser', password='12345')
    conf.py | client.login("nora@orion.io", os.environ["PASS"])
    conf.py | getattr(settings, 'SECRET_KEY', None)
    conf.py | parser.add_argument('--token', default=None, help='API token')
    conf.py | parser.add_argument('--password', type=str, default='', metavar='PASSWORD')
    conf.py | parser.add_argument('--tokenizer', default='bert-base-uncased')
    conf.py | parser.add_argument("--key", default="id", help="the sort key")
    conf.py | token_embedding = nn.Embedding(num_tokens, 512)
    conf.py | MASK_TOKEN = "[MASK]"; eos_token = "</s>"
    conf.py | password_hash = 'pbkdf2:sha256:150000${base62:8}${hex:64}'
    conf.py | key = 'django.contrib.sessions.backends.cache'
    conf.py | s3_key = 'uploads/2021/03/{uuid}.jpg'
    conf.py | cache_key = 'user-profile-{hex:8}'
    conf.py | commit_token = "{hex:40}"  # git sha
    conf.py | access_token_url='https://api.orion.io/oauth/access_token'
    conf.py | 'authorization': 'AWS4-HMAC-SHA256 Credential=...'
    conf.py | secret_santa = "nora"
    conf.py | password = "".join(random.choices(string.ascii_letters, k=12))
    conf.py | self.password = self.config['password']
    conf.py | passwords = ['123456', 'password', 'qwerty', 'letmein']
    conf.py | logger.debug("token=%s user=%s", token, user)
    conf.py | url = f"https://{user}:{password}@{host}"
    conf.py | doc = """:param password: the password of the account"""
    conf.py | regex = re.compile(r'password["\']?\s*[:=]\s*["\']([^"\']+)')
    conf.py | AUTH_USER_MODEL = 'accounts.ShopUser'
    conf.py | keyfile = '/home/nora/.ssh/id_rsa'
    conf.py | pin = "1234"; password = "secret"
    conf.rb | fill_in 'Password', with: user.password
    conf.rb | fill_in 'Password', with: 'password'
    conf.rb | let(:password) { SecureRandom.hex(8) }
    conf.rb | let(:token) { 'token' }
    conf.rb | expect(page).to have_field('user_password', type: 'password')
    conf.rb | t('devise.passwords.no_token')
    conf.php | $pdo = new PDO($dsn, $user, $pass);
    conf.php | $pdo = new PDO('mysql:host=localhost;dbname=x', 'root', '');
    conf.php | mysqli_connect("localhost", "root", "", "shop");
    conf.php | mysqli_connect($host, "my_user", "my_password", "my_db")
    conf.php | $form->addElement('password', 'new_password', 'Neues Passwort');
    conf.php | 'reset-password-success' => 'Your password has been changed!',
    conf.js | cy.get('#password').type(password)
    conf.js | cy.get('#password').type('password')
    conf.js | cy.get('[name=password]').type('{enter}')
    conf.js | await page.fill('#password', process.env.PASSWORD)
    conf.js | $('#password').val(''); $('.token').html(token);
    conf.js | import { TOKEN_KEY } from '@orion/constants/auth-token';
    conf.js | export const PASSWORD_REQUIRED = 'auth/password-required';
    conf.js | { path: 'forgot-password', component: ForgotPassword }
    conf.js | window.__CSRF_TOKEN__ = "{{csrf}}";
    conf.js | const tokenAddress = '0x{hex:40}';
    conf.js | privateKey: fs.readFileSync('key.pem', 'utf8'),
    conf.js | sass: { prependData: '@import "tokens";' }
    conf.js | data-key="item-{hex:6}" key={item.id}
    conf.js | "tokenSymbol": "ORN", "tokenDecimals": 18
    conf.ts | export type Credentials = { username: string; password: string };
    conf.ts | const passwordMinLength = 8, passwordPattern = '[A-Za-z0-9]*';
    conf.yml | token: "{{ lookup('hashi_vault', 'secret=shop:token') }}"
    conf.yml | key: "v1-deps-{{ checksum \"package.json\" }}"
    conf.yml | cache-key: node-modules-v2
    conf.yml | ssh_key_name: orion-deploy-2021
    conf.yml | private_key_path: ~/.ssh/deploy_ed25519
    conf.yml | secret_arn: arn:aws:secretsmanager:eu-west-1:{digits:12}:secret:x
    conf.yml | fingerprint: "{hex:2}:{hex:2}:{hex:2}:{hex:2}"
    conf.yml | authorized_key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{base64:43}
    conf.json | "keywords": ["token", "secret", "password"],
    conf.json | "auth": { "type": "bearer" }, "token": "{{bearerToken}}"
    conf.json | "passwordEncoding": "bcrypt", "tokenLifetime": "P1D"
    conf.json | "key": "{hex:8}-dashboard-widget", "title": "Sales"
    conf.json | "nodeKey": "{alnum-lower:5}", "text": "hello"
    conf.json | "resetPasswordUrl": "/account/reset"
    conf.properties | password.required=Password is required
    conf.properties | token.expiration.minutes=60
    conf.properties | ssl.keystore.password=${KEYSTORE_PASSWORD}
    conf.properties | label.apiKey=API key
    conf.xml | <password>${db.password}</password>
    conf.xml | <xs:element name="password" type="xs:string"/>
    conf.xml | <input-field name="password" label="Passwort"/>
    conf.xml | <public-key-token>{hex:16}</public-key-token>
    conf.sh | ./run --token "$TOKEN" --password-file /run/secrets/db
    conf.sh | helm install x --set auth.existingSecret=shop
    conf.sh | echo "$USER:$PASSWORD" | chpasswd
    conf.sh | echo 'root:root' | chpasswd
    conf.sh | TOKEN_URL=https://login.orion.io/token
    conf.sql | KEY `idx_password_resets_token` (`token`),
    conf.sql | PRIMARY KEY ("token_id"), secret bytea NOT NULL
    conf.ps1 | ConvertTo-SecureString $password -AsPlainText -Force
    conf.ps1 | ConvertTo-SecureString "$(adminPassword)" -AsPlainText -Force
    conf.md | | `--token` | the API token | none |
    conf.md | Use a strong password and keep your token secret.
    conf.md | api key: see the dashboard
    conf.md | the API key: `your-key`
    conf.R | token <- readRDS("token.rds")
    conf.R | password <- "password"
    conf.clj | {:token token :password (env :db-password)}
    conf.clj | (def token-pattern #"[a-z]+")
    conf.erl | {password, Password}
    conf.erl | {secret, "secret"}
    conf.tf | variable "db_password" { default = "" }
    conf.tf | variable "token" {⏎  description = "default = none"⏎  type = string⏎}
    """#
}
