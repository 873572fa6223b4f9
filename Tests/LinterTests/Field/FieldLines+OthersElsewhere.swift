extension FieldLines {
  /// Scripts, settings, documents, translations and lists of sums.
  static let othersElsewhere = #"""
    test_api.py | data = {'username': 'nora', 'password': 'wrong-password'}
    test_api.py | password="invalid"
    test_api.py | token = 'invalid-token'
    test_api.py | secret = 'my-secret'
    test_api.py | password = 'hunter2-not-used'
    test_api.py | @pytest.mark.parametrize('password', ['', ' ', None])
    test_api.py | token = "a" * 40
    test_api.py | password = "test_password"
    test_api.py | "api_key": "fake-api-key-for-testing"
    database.yml |   password: <%= ENV['DB_PASSWORD'] %>
    database.yml |   password:
    database.yml |   password: postgres
    secrets.yml |   secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>
    devise.rb |   # config.secret_key = 'your secret key'
    devise.rb |   config.reset_password_within = 6.hours
    devise.rb |   config.password_length = 6..128
    client.rb | validates :password, presence: true, length: { minimum: 8 }
    client.rb | attr_accessor :password, :token
    client.rb | has_secure_password
    client.rb | api_key: Rails.application.credentials.api_key,
    client.rb | config.filter_parameters += [:password, :secret]
    client.rb | t.string "encrypted_password", default: "", null: false
    client.rb | t.string :reset_password_token
    client.rb | let(:token) { create(:token) }
    client.rb | password: 'password', password_confirmation: 'password'
    client.rb | encrypted_password: "$2a$11${base62:53}"
    Gemfile.lock |     jwt (2.2.1)⏎    devise-token (1.1.0)
    wp-config.php | define('DB_PASSWORD', 'password_here');
    wp-config.php | define('AUTH_KEY', 'put your unique phrase here');
    config.php | $password = $_POST['password'];
    config.php | $token = bin2hex(random_bytes(16));
    config.php | 'password' => env('DB_PASSWORD', ''),
    config.php | 'password' => 'required|string|min:8|confirmed',
    config.php | $lang['password'] = 'Mot de passe';
    config.php | "token_not_found" => "Dieses Token ist unbekannt.",
    config.php | protected $hidden = ['password', 'remember_token'];
    config.php | 'password' => bcrypt('secret'),
    config.php | 'password' => '$2y$10${base62:53}', // password
    config.php | define('TOKEN_LIFETIME', '3600');
    config.php | $sql = "SELECT * FROM users WHERE password = '$password'";
    config.php | throw new TokenMismatchException('CSRF token mismatch.');
    config.php | $this->secret = $secret;
    config.php | <input type="hidden" name="_token" value="<?php echo $token; ?>">
    config.php | 'secret' => getenv('STRIPE_SECRET'),
    composer.lock | "content-hash": "{hex:32}",
    composer.lock | "reference": "{hex:40}",
    index.js | const password = req.body.password;
    index.js | const token = localStorage.getItem('token');
    index.js | const secret = process.env.SECRET;
    index.js | password: { type: String, required: true },
    index.js | password: Joi.string().min(8).required(),
    index.js | const TOKEN_KEY = 'orion_auth_token';
    index.js | const { password, ...rest } = user;
    index.js | dispatch({ type: 'auth/passwordChanged', payload });
    index.js | export const SET_TOKEN = 'SET_TOKEN';
    index.js | if (!token) return res.status(401).json({ error: 'token missing' });
    index.js | placeholder="Enter your password"
    index.js | label: 'New password', name: 'newPassword'
    index.js | const key = `${user.id}-${index}`;
    index.js | localStorage.setItem('accessToken', data.accessToken);
    index.js | const authHeader = { Authorization: `Bearer ${token}` };
    index.js | Authorization: 'Bearer ' + getToken(),
    index.js | token: jwt.sign({ id }, secret, { expiresIn: '7d' }),
    index.js | apiKey: process.env.REACT_APP_API_KEY || '',
    index.js | keyPath: './certs/private.key', passphrase: undefined
    index.js | tokens: ['comment', 'string', 'keyword'],
    index.js | token: "keyword.operator.assignment",
    index.js | { token: 'constant.numeric', regex: /[0-9]+/ },
    index.js | this.password = 'password';
    index.js | secret: 'keyboard cat',
    index.js | const secret = 'shhhhh';
    index.js | password: faker.internet.password(),
    index.js | const csrfToken = document.querySelector('meta[name="csrf-token"]').content;
    index.js | errors.password = 'Password is required';
    index.js | i18n.t('forms.login.password.placeholder')
    index.js | const hash = '{hex:40}';
    index.js | integrity="sha384-{base64:64}" crossorigin="anonymous"
    index.js | const SECRET_KEY_LENGTH = 32, TOKEN_TTL = '15m';
    index.js | publicKey: '{base64url:87}',
    index.js | siteKey: '{base64url:40}',
    index.js | const apiKey = 'AIza...';
    index.js | clientId: '{uuid}',
    index.js | client_id: '{digits:12}-{alnum-lower:32}.apps.googleusercontent.com',
    index.js | const mapKey = "city-map-tile-layer";
    index.js | keys: ['ArrowUp', 'ArrowDown', 'Escape'], hotkey: 'ctrl+shift+k'
    index.js | webpackJsonp([3],{"{hex:20}":function(e,t){e.exports=t}});
    index.js | chunkHash: "{hex:20}", moduleId: "{hex:8}"
    index.js | e.password=t.password,e.token=n.token,e.secret=r
    index.js | var passwordRegex = /^(?=.*[A-Z])(?=.*[0-9]).{8,}$/;
    index.js | "password-input-wrapper__label--active"
    index.js | aria-label="Show password" data-testid="password-toggle"
    index.js | return '/api/v1/auth/token/refresh';
    index.js | secret: Buffer.from(secret, 'base64'),
    index.js | const sessionKey = await crypto.subtle.generateKey(alg, true, ['encrypt']);
    index.js | keyGenerator: (req) => req.ip, keyPrefix: 'rl:login:'
    index.js | const accessKeyId = credentials.accessKeyId
    index.ts | @Input() password: string;
    index.ts | password!: string; token?: string;
    index.ts | export interface Token { token: string; secret: string }
    index.ts | constructor(private tokenService: TokenService) {}
    index.ts | token$ = this.store.select(selectToken);
    index.ts | @ApiProperty({ example: 'secret123', description: 'password' })
    index.ts | secretName: 'orion/shop/database-credentials',
    index.ts | const passwordControl = new FormControl('', Validators.required);
    index.ts | enum GrantType { Password = 'password', ClientCredentials = 'client_credentials' }
    index.ts | type: 'password', token_endpoint_auth_method: 'client_secret_basic'
    index.ts | authToken: expect.any(String),
    index.ts | apiKey: 'test',
    index.test.ts | token: 'fake-jwt-token',
    index.test.ts | password: 'Password123!', // example
    index.test.ts | const mockToken = 'mock.jwt.token';
    index.test.ts | expect(screen.getByLabelText('Password')).toBeInTheDocument();
    config.json | "password": "",
    config.json | "password": null,
    config.json | "password": "********",
    config.json | "password": "<password>",
    config.json | "api_key": "your_api_key",
    config.json | "token": "%TOKEN%",
    config.json | "tokenUrl": "https://login.orion.io/token",
    config.json | "private_key_id": "{hex:40}",
    config.json | "passwordPolicy": "at-least-8-characters",
    config.json | "secretArn": "arn:aws:secretsmanager:eu-west-1:{digits:12}:secret:shop-{base62:6}",
    config.json | "keyId": "arn:aws:kms:us-east-1:{digits:12}:key/{uuid}",
    config.json | "id": "{hex:24}", "key": "PROJ-1234"
    config.json | "sha256": "{hex:64}"
    config.json | "password": { "type": "string", "format": "password" },
    config.json | "description": "The secret token used for authentication"
    config.json | "secret": "aws-sm://shop/prod"
    config.json | "token": "${GITHUB_TOKEN}"
    config.json | "tokenType": "bearer", "expires_in": 3600
    config.json | "publicKey": "{base64:88}"
    config.json | "x-api-key": "{{apiKey}}"
    config.json | "cacheKey": "{hex:32}", "etag": "{hex:32}"
    config.json | "instrumentationKey": "00000000-0000-0000-0000-000000000000"
    config.json | "access_token": "string", "refresh_token": "string"
    package-lock.json | "integrity": "sha512-{base64:86}=="
    package.json | "jsonwebtoken": "^8.5.1", "passport-local": "^1.0.0"
    yarn.lock | tough-cookie@~2.5.0:⏎  resolved "https://registry.yarnpkg.com/t-2.5.0.tgz#{hex:40}"
    .npmrc | //packages.shop.dev/:_authToken=${NPM_TOKEN}
    config.ini | password =
    config.ini | password = changeme
    config.ini | api_key = ENTER_YOUR_KEY
    config.ini | ; password = secret
    config.ini | auth_token_file = /etc/orion/token
    config.ini | secret_backend = vault
    config.ini | password_encryption = scram-sha-256
    config.ini | key_buffer_size = 256M
    server.conf | # requirepass foobared
    server.conf | ssl_certificate_key /etc/letsencrypt/live/orion.io/privkey.pem;
    server.conf | ssl_session_tickets off; ssl_password_file /etc/keys/p;
    nginx.conf | proxy_set_header Authorization $http_authorization;
    docker-compose.yml |       MYSQL_ROOT_PASSWORD: ${MYSQL_ROOT_PASSWORD}
    docker-compose.yml |       MYSQL_ROOT_PASSWORD: root
    docker-compose.yml |       POSTGRES_PASSWORD: postgres
    docker-compose.yml |       - POSTGRES_PASSWORD_FILE=/run/secrets/db-password
    docker-compose.yml |       - MYSQL_PASSWORD=example
    docker-compose.yml |     image: orion/shop@sha256:{hex:64}
    Dockerfile | ARG GITHUB_TOKEN
    Dockerfile | ENV PASSWORD=
    Dockerfile | RUN --mount=type=secret,id=npm_token npm ci
    Dockerfile | RUN echo "{hex:64}  node.tar.gz" | sha256sum -c -
    deploy.yaml |   valueFrom:⏎    secretKeyRef: { name: shop-db, key: password }
    deploy.yaml |   secretName: shop-tls-certificate
    deploy.yaml |   serviceAccountToken:⏎    path: vault-token
    deploy.yaml |   - secretRef:⏎      name: shop-environment
    deploy.yaml |   password: {{ .Values.db.password | b64enc | quote }}
    deploy.yaml |   checksum/secret: {hex:64}
    values.yaml |   existingSecret: shop-postgresql
    values.yaml |   adminPassword: ""
    values.yaml |   passwordKey: postgres-password
    values.yaml | ## @param auth.password Password for the database user
    playbook.yml |     password: "{{ lookup('env', 'DB_PASSWORD') }}"
    playbook.yml |     vault_token: !vault |
    playbook.yml |     no_log: true  # password
    ci.yml |         token: ${{ secrets.GITHUB_TOKEN }}
    ci.yml |         uses: actions/checkout@{hex:40}
    ci.yml |   - secure: "{base64:684}"
    ci.yml |         key: ${{ runner.os }}-{hex:32}
    main.tf |   password = var.db_password
    main.tf |   secret_id = aws_secretsmanager_secret.db.id
    main.tf |   token = data.aws_eks_cluster_auth.shop.token
    main.tf | variable "db_password" {⏎  type = string⏎  sensitive = true⏎}
    main.tf |   kms_key_id = "alias/shop-production-secrets"
    main.tf |   password = random_password.db.result
    main.tf |   ami = "ami-{hex:17}"
    deploy.sh | PASSWORD=$1
    deploy.sh | PASSWORD="$(pass show orion/db)"
    deploy.sh | TOKEN=$(curl -s "$URL/token" | jq -r .token)
    deploy.sh | read -s -p "Password: " PASSWORD
    deploy.sh | export API_KEY=<your api key>
    deploy.sh | mysql -u root -p"$MYSQL_PASSWORD" shop < dump.sql
    deploy.sh | curl -H "Authorization: Bearer $TOKEN" "$URL"
    deploy.sh | curl -u "$USER:$PASSWORD" "$URL"
    deploy.sh | : "${API_TOKEN:?API_TOKEN must be set}"
    deploy.sh | if [ -z "$PASSWORD" ]; then echo "no password given"; fi
    deploy.sh | openssl genrsa -out private.key 2048
    deploy.sh | ssh-keygen -t ed25519 -N "" -f key
    deploy.sh | SECRET=$(openssl rand -hex 32)
    deploy.sh | echo "${SHA256}  tool.tgz" # {hex:64}
    deploy.sh | docker login -u "$DOCKER_USER" --password-stdin
    deploy.sh | vault kv get -field=password secret/shop
    deploy.sh | git checkout {hex:40}
    deploy.ps1 | $password = Read-Host -AsSecureString
    deploy.ps1 | [Parameter(Mandatory)] [string]$Password,
    deploy.bat | set /p PASSWORD=Password:
    deploy.bat | set DB_PASSWORD=%1
    Vagrantfile | config.ssh.password = "vagrant"
    Jenkinsfile | withCredentials([string(credentialsId: 'sonar-token', variable: 'TOKEN')]) {
    Makefile | DB_PASSWORD ?= $(shell cat .password)
    dump.sql | password varchar(255) NOT NULL DEFAULT '',
    dump.sql | INSERT INTO settings VALUES ('password_min_length', '8');
    dump.sql | CREATE USER shop WITH PASSWORD :'password';
    dump.sql | UPDATE users SET password = crypt('changeme', gen_salt('bf'));
    dump.sql | SELECT token, secret FROM api_keys WHERE id = $1;
    dump.sql | INSERT INTO users VALUES (1, 'nora', '$2y$10${base62:53}');
    dump.sql | IDENTIFIED BY 'password';
    README.md | Set `API_KEY=your_key` in `.env`.
    README.md | | `password` | string | the password of the user |
    README.md | export TOKEN=<token>
    README.md | password: `admin`
    README.md | The default password is `changeme`, please change it.
    README.md | curl -H "Authorization: Bearer YOUR_ACCESS_TOKEN" https://api.orion.io
    README.md | 1. Create a token at https://orion.io/settings/tokens
    README.md | [token]: https://orion.io/docs/token "How to get a token"
    README.md | mysql -u root -p password
    README.md | https://user:password@host:5432/db
    README.md | `postgres://username:password@localhost/shop`
    README.md | git clone https://<token>@git.orion.io/shop.git
    CHANGELOG.md | * Fix password reset token expiry ({hex:7})
    CHANGELOG.md | * **auth:** rotate secret keys ([{hex:7}](https://orion.io/commit/{hex:40}))
    notes.txt | password: ask nora
    notes.txt | Token ring networks were popular.
    notes.txt | The secret of good tea is patience.
    index.html | <input type="password" name="password" placeholder="Password">
    index.html | <label for="password">Passwort</label>
    index.html | <input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
    index.html | <meta name="google-site-verification" content="{base64url:43}">
    index.html | <script src="app.js?v={hex:20}"></script>
    index.html | <a href="/reset?token={{ token }}">Reset</a>
    index.html | <div id="password-strength" class="text-muted small"></div>
    index.css | .password-field::placeholder { color: #{hex:6}; }
    index.css | background: url(data:image/png;base64,{base64:120});
    App.vue | <input v-model="password" :type="showPassword ? 'text' : 'password'">
    App.vue | token: { type: String, default: '' },
    api.http | Authorization: Bearer {{token}}
    api.http | X-Api-Key: {{$dotenv API_KEY}}
    request.log | user nora changed her password
    request.log | token expired at 2024-05-01T10:00:00Z
    request.log | ETag: "{hex:32}" X-Request-Id: {uuid}
    fix.patch | index {hex:7}..{hex:7} 100644
    fix.patch | +    password = get_password()
    flake.lock | "narHash": "sha256-{base64:43}=",
    flake.nix | sha256 = "{base32:52}";
    hive-site.xml | <name>javax.jdo.option.ConnectionPassword</name><value></value>
    core-site.xml | <property><name>hadoop.security.credential.provider.path</name><value>jceks://x</value></property>
    Info.plist | <key>NSFaceIDUsageDescription</key><string>Unlock your secrets</string>
    messages_de.properties | login.password=Passwort
    messages_de.properties | login.token.expired=Das Token ist abgelaufen
    messages_fr.properties | form.password.label=Mot de passe
    messages_zh.properties | password.label=\u5bc6\u7801
    en.json | "password": "Password",
    en.json | "enterYourPassword": "Enter your password",
    en.json | "invalidToken": "Invalid token",
    en.json | "secretKey": "Secret key",
    de.json | "password": "Passwort",
    fr.json | "password": "Mot de passe",
    es.json | "password": "Contraseña",
    ja.json | "password": "パスワード",
    openapi.yaml |         password:⏎          type: string⏎          example: hunter22
    openapi.yaml |       tokenUrl: https://login.orion.io/token
    schema.graphql | type Query { token(secret: String!): Token! }
    schema.graphql | input Login { password: String! }
    auth.proto | string password = 2; string token = 3;
    parser.y | %token <str> IDENT STRING_LITERAL
    grammar.js | token: $ => choice($.identifier, $.number),
    lexer.py | Token(type='IDENT', value='password', lineno=3)
    vectors.txt | Key = {hex:32}⏎Plaintext = {hex:64}⏎Ciphertext = {hex:64}
    cert.txt | Serial Number: {hex:32}
    known_hosts | orion.io ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{base64:43}
    id.pub | ssh-rsa AAAAB3NzaC1yc2E{base64:340} nora@orion
    sums.txt | {hex:64}  token-1.2.3.tar.gz
    data.csv | 1,nora,{hex:32},2024-01-01
    fixtures.json | {"pk": 1, "fields": {"password": "pbkdf2_sha256$260000${base62:22}${base64:43}="}}
    Gopkg.lock | revision = "{hex:40}"
    conanfile.py | tools.get(url, sha256="{hex:64}", password=self.password)
    BUILD.bazel | sha256 = "{hex:64}",
    token.bb | SRC_URI[sha256sum] = "{hex:64}"
    """#
}
