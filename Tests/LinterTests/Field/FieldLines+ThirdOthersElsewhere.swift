/// The lines of the third set that hold no secret, away from code.
extension FieldLines {
  /// Settings, scripts, documents and data.
  static let thirdOthersElsewhere = #"""
    application.yml |     password: ${DB_PASSWORD:postgres}
    application.yml |     password: ${DB_PASSWORD}
    application.yml |     password: ENC({base64:44})
    application.yml | jwt:⏎  token-validity-in-seconds: 86400
    application.yml |     password:⏎    driver-class-name: org.postgresql.Driver
    application.yml |   key-store-password: ${KEYSTORE_PASSWORD:changeit}
    application.yml |   secret-name: orion-tls
    application.properties | spring.datasource.password=
    application.properties | spring.datasource.password=${DB_PASS}
    application.properties | spring.datasource.password=password
    application.properties | security.token.header=X-Orion-Token
    application.properties | error.password.weak=Password is too weak
    messages_de.properties | login.password=Passwort
    messages_de.properties | token.expired=Das Token ist abgelaufen
    messages_fr.properties | label.secret=Cl\u00e9 secr\u00e8te
    gradle.properties | RELEASE_STORE_PASSWORD=
    gradle.properties | distributionSha256Sum={hex:64}
    build.gradle | storePassword System.getenv("STORE_PASSWORD")
    build.gradle | storePassword keystoreProperties['storePassword']
    build.gradle | storePassword 'android'
    build.gradle | keyAlias 'androiddebugkey'
    build.gradle | password = project.findProperty("gpr.key") ?: System.getenv("TOKEN")
    settings.xml | <password>${env.NEXUS_PASSWORD}</password>
    settings.xml | <password>{{base64:44}=}</password>
    pom.xml | <artifactId>spring-security-crypto</artifactId>
    pom.xml | <password>${db.password}</password>
    strings.xml | <string name="password_hint">Enter your password</string>
    strings.xml | <string name="prompt_password">Password</string>
    strings.xml | <string name="pref_key_api_token">pref_api_token</string>
    strings.xml | <string name="default_web_client_id">{digits:12}-{alnum-lower:32}.apps.googleusercontent.com</string>
    values-de/strings.xml | <string name="password">Passwort</string>
    layout.xml | android:inputType="textPassword" android:hint="@string/password"
    web.config | <add key="SmtpPassword" value="" />
    web.config | <add key="ApiKey" value="#{ApiKey}#" />
    web.config | <add name="Shop" connectionString="Server=.;Database=Shop;Trusted_Connection=True;" />
    web.config | <bindingRedirect oldVersion="0.0.0.0-5.0.0.0" newVersion="5.0.0.0" /> <assemblyIdentity name="Microsoft.IdentityModel.Tokens" publicKeyToken="31bf3856ad364e35" />
    appsettings.json | "ConnectionStrings": { "Default": "Server=localhost;Database=Shop;Integrated Security=true" }
    appsettings.json | "Jwt": { "Key": "", "Issuer": "orion.io" }
    appsettings.json | "ClientSecret": "<from-user-secrets>"
    appsettings.json | "Password": "__DB_PASSWORD__"
    appsettings.json | "KeyVaultSecretName": "orion-db-password"
    docker-compose.yml |       POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}
    docker-compose.yml |       POSTGRES_PASSWORD: postgres
    docker-compose.yml |       - MYSQL_ROOT_PASSWORD=root
    docker-compose.yml |       - MYSQL_ALLOW_EMPTY_PASSWORD=yes
    docker-compose.yml |       POSTGRES_PASSWORD_FILE: /run/secrets/db_password
    docker-compose.yml |     secrets:⏎      - db_password
    docker-compose.yml |       - "SECRET_KEY=${SECRET_KEY:?set the secret key}"
    docker-compose.yml |     image: orion/api@sha256:{hex:64}
    Dockerfile | ARG NPM_TOKEN
    Dockerfile | RUN --mount=type=secret,id=npm_token npm ci
    Dockerfile | ENV PYTHON_PIP_VERSION=23.0 GPG_KEY={HEX:40}
    Dockerfile | FROM node:20@sha256:{hex:64}
    Dockerfile | ENV SECRET_KEY_BASE=dummy
    Dockerfile | ENV GOSU_SHA256={hex:64}
    secret.yaml | kind: Secret⏎data:⏎  password: {{ .Values.password | b64enc | quote }}
    secret.yaml | kind: Secret⏎stringData:⏎  password: ""
    secret.yaml | kind: Secret⏎data:⏎  password: <base64-encoded>
    sealed.yaml | kind: SealedSecret⏎spec:⏎  encryptedData:⏎    password: AgB{base64:300}
    secrets.enc.yaml | password: ENC[AES256_GCM,data:{base64:24},iv:{base64:43}=,tag:{base64:22}==,type:str]
    deployment.yaml |         - name: DB_PASSWORD⏎          valueFrom:⏎            secretKeyRef:⏎              name: db⏎              key: password
    deployment.yaml |       serviceAccountToken:⏎        path: vault-token
    deployment.yaml |   secretName: orion-wildcard-tls
    deployment.yaml |     checksum/secret: {hex:64}
    values.yaml |   existingSecret: orion-postgres⏎  existingSecretPasswordKey: postgres-password
    values.yaml |   password: ""
    values.yaml |   # password: changeme
    crd.yaml |                 description: Password used to authenticate with the server.
    openapi.yaml |         token:⏎          type: string⏎          description: The access token
    openapi.yaml |           tokenUrl: https://auth.orion.io/oauth/token
    openapi.yaml |         example: hunter2
    openapi.json | "password": { "type": "string", "format": "password", "minLength": 8 }
    schema.json | "apiKey": { "$ref": "#/definitions/secretString" }
    .github/workflows/ci.yml |           token: ${{ secrets.GITHUB_TOKEN }}
    .github/workflows/ci.yml |       id-token: write
    .github/workflows/ci.yml |           cache-key: deps-{{ hashFiles('pnpm-lock.yaml') }}
    .github/workflows/ci.yml |       - uses: actions/checkout@{hex:40} # v4
    .github/workflows/ci.yml |           POSTGRES_PASSWORD: postgres
    .github/workflows/ci.yml |           github-token: ${{ github.token }}
    .github/workflows/ci.yml |           SECRET_KEY_BASE: not-used-in-ci
    .github/workflows/ci.yml |         run: echo "::add-mask::$TOKEN"
    .gitlab-ci.yml |     - docker login -u $CI_REGISTRY_USER -p $CI_REGISTRY_PASSWORD $CI_REGISTRY
    .travis.yml |     secure: "{base64:342}=="
    .circleci/config.yml |           password: $DOCKERHUB_PASSWORD
    appveyor.yml |     secure: {base64:42}==
    ansible/group_vars/all.yml | mysql_root_password: "{{ vault_mysql_root_password }}"
    ansible/group_vars/vault.yml | $ANSIBLE_VAULT;1.1;AES256⏎{digits:80}
    ansible/tasks.yml |     name: Set the root password⏎    update_password: on_create
    ansible/tasks.yml |     password: "{{ lookup('env', 'DB_PASS') }}"
    ansible/tasks.yml |     password: "{{ user_pw | password_hash('sha512') }}"
    config.ini | ; password = secret
    config.ini | password =
    config.ini | password_file = /etc/orion/password
    config.ini | password_encryption = scram-sha-256
    config.ini | token_lifetime = 3600
    my.cnf | default_authentication_plugin=mysql_native_password
    redis.conf | # requirepass foobared
    redis.conf | # masterauth <master-password>
    pg_hba.conf | host all all 127.0.0.1/32 scram-sha-256
    sshd_config | PasswordAuthentication no
    sshd_config | PermitRootLogin prohibit-password
    nginx.conf | auth_basic_user_file /etc/nginx/.htpasswd;
    nginx.conf | ssl_certificate_key /etc/ssl/private/orion.key;
    nginx.conf | proxy_set_header Authorization $http_authorization;
    nginx.conf | ssl_password_file /etc/keys/global.pass;
    haproxy.cfg | http-request set-header X-Token %[req.hdr(Authorization)]
    .npmrc | //registry.npmjs.org/:_authToken=${NPM_TOKEN}
    .npmrc | always-auth=true
    .yarnrc.yml | npmAuthToken: "${NPM_TOKEN}"
    .netrc | machine api.orion.io login oauth2 password $TOKEN
    .pypirc | password = <your-api-token>
    .env.example | DB_PASSWORD=
    .env.example | DB_PASSWORD=changeme
    .env.example | STRIPE_SECRET_KEY=sk_test_...
    .env.example | JWT_SECRET=your_jwt_secret
    .env.example | API_KEY=xxxxxxxxxxxxxxxx
    .env.example | APP_KEY=base64:GENERATE_ME
    .env.example | DATABASE_URL=postgres://postgres:postgres@localhost:5432/postgres
    .env.example | SESSION_SECRET=replace-with-a-long-random-string
    .env.example | OPENAI_API_KEY=sk-your-key
    .env.example | TOKEN="<paste here>"
    .env | DB_PASSWORD=${MYSQL_PASSWORD}
    .env | TOKEN_TTL=3600
    .env | PASSWORD_MIN_LENGTH=12
    .env | NEXT_PUBLIC_AUTH_URL=https://auth.orion.io
    .env | KEY_PATH=/etc/ssl/private/orion.pem
    .env | AUTH_TOKEN_NAME=orion_session
    .env | PUBLIC_KEY={base64:44}
    .env | SECRET_KEY=op://vault/orion/secret-key
    .env | DB_PASSWORD=op://Private/orion/password
    .env.vault | DOTENV_VAULT_DEVELOPMENT="{base64:200}"
    deploy.sh | PGPASSWORD="$DB_PASSWORD" psql -h "$DB_HOST"
    deploy.sh | read -s -p "Password: " PASSWORD
    deploy.sh | TOKEN=$(curl -s https://auth.orion.io/token | jq -r .access_token)
    deploy.sh | export API_KEY=`cat ~/.orion/key`
    deploy.sh | curl -H "Authorization: Bearer $TOKEN" https://api.orion.io
    deploy.sh | curl -u "$USER:$PASS" https://repo.orion.io
    deploy.sh | password=$(openssl rand -base64 24)
    deploy.sh | if [ -z "$API_TOKEN" ]; then echo "API_TOKEN is missing"; fi
    deploy.sh | kubectl create secret generic db --from-literal=password="$PW"
    deploy.sh | aws secretsmanager get-secret-value --secret-id orion/db --query SecretString
    deploy.sh | echo "$TOKEN" | docker login ghcr.io -u nora --password-stdin
    deploy.sh | mysql -u root -p"$MYSQL_ROOT_PASSWORD" < dump.sql
    deploy.sh | mysql -u root -p shop < dump.sql
    deploy.sh | echo "{hex:64}  a.tgz" | sha256sum -c -
    deploy.sh | wrangler secret put API_TOKEN
    deploy.sh | gpg --recv-keys {HEX:40}
    deploy.ps1 | $password = Read-Host "Password" -AsSecureString
    deploy.ps1 | $token = $env:SYSTEM_ACCESSTOKEN
    deploy.ps1 | $cred = Get-Credential -Message "Enter the admin password"
    deploy.bat | set PASSWORD=%1
    init.sql | CREATE USER shop IDENTIFIED BY :password;
    init.sql | password VARCHAR(255) NOT NULL,
    init.sql | INSERT INTO users VALUES (1, 'nora', '$2y$10${base62:53}');
    init.sql | UPDATE users SET reset_token = NULL WHERE id = $1;
    init.sql | CREATE INDEX idx_users_token ON users (token);
    init.sql | INSERT INTO permissions (name) VALUES ('users.password.reset');
    init.sql | ALTER ROLE app PASSWORD NULL;
    init.sql | COMMENT ON COLUMN users.password IS 'argon2id hash of the password';
    main.tf |   password = var.db_password
    main.tf |   password = random_password.db.result
    main.tf |   secret_id = aws_secretsmanager_secret.db.id
    main.tf |   kms_key_id = "arn:aws:kms:eu-west-1:{digits:12}:key/{uuid}"
    main.tf |   key_name = "orion-deploy"
    main.tf |   description = "The password of the administrator"
    main.tf |   secret_name = "orion/prod/db"
    main.tf |   thumbprint_list = ["{hex:40}"]
    main.tf |   token = data.aws_eks_cluster_auth.this.token
    main.tf | variable "db_password" {⏎  type      = string⏎  sensitive = true⏎}
    terraform.tfvars | # db_password = "set me"
    main.bicep | @secure()⏎param adminPassword string
    template.json | "adminPassword": { "type": "securestring" }
    template.json | "password": "[parameters('adminPassword')]"
    template.yaml |     MasterUserPassword: !Ref DBPassword
    template.yaml |     MasterUserPassword: '{{resolve:secretsmanager:orion:SecretString:password}}'
    template.yaml |     NoEcho: true⏎    Description: The database password
    README.md | export OPENAI_API_KEY=<your key>
    README.md | Set `API_TOKEN` to the token from the dashboard.
    README.md | | `password` | string | The password of the user |
    README.md | curl -H "Authorization: Bearer YOUR_TOKEN" https://api.orion.io/me
    README.md | curl -u username:password https://api.orion.io/me
    README.md | `--password <password>`: the password to use
    README.md | password: secret
    README.md | const client = new Orion({ apiKey: "your-api-key" });
    README.md | Default credentials: admin / admin
    README.md | ![token](https://img.shields.io/badge/token-valid-green)
    README.md | mysql://user:pass@localhost/db
    README.md | Generate a key with `openssl rand -hex 32` and put it into `SECRET_KEY`.
    README.md | "token": "eyJhbGciOi..."
    README.md | `AWS_SECRET_ACCESS_KEY=...`
    docs/api.md | { "access_token": "abcdefghijklmnop", "token_type": "bearer" }
    docs/api.md | The secret key is shown once; store it safely.
    docs/api.md | "api_key": "0123456789abcdef0123456789abcdef"
    docs/api.md | password=********
    docs/api.md | X-API-Key: {api_key}
    CHANGELOG.md | - Fix password reset token expiry (#{digits:4}, {hex:7})
    CHANGELOG.md | * **auth:** rotate secret key ([{hex:7}](https://github.com/orion/x/commit/{hex:40}))
    notes.txt | The password is stored in the vault
    notes.txt | password: ask Nora
    index.html | <input type="password" placeholder="Password" name="password" required>
    index.html | <input type="hidden" name="csrf_token" value="{{ csrf_token }}">
    index.html | <script src="a.js" integrity="sha384-{base64:64}" crossorigin="anonymous"></script>
    index.html | <label for="api-key">API key</label><input id="api-key" value="">
    index.html | <meta name="google-site-verification" content="{base64url:43}">
    index.html | <a href="/reset?token=">Reset your password</a>
    index.html | <li data-key="password-settings">Passwords</li>
    sitemap.xml | <loc>https://orion.io/blog/rotate-your-api-key-without-downtime</loc>
    data.json | { "id": "{uuid}", "key": "homepage_title", "value": "Welcome back" }
    data.json | { "passwordPolicy": "strong", "tokenVersion": "v2" }
    data.json | "etag": "{hex:32}", "sha1": "{hex:40}"
    data.csv | id,name,password_changed_at⏎1,nora,2020-01-02
    locust.json | "secret_type": "kubernetes.io/service-account-token"
    wrangler.toml | [vars]⏎TOKEN_ISSUER = "https://auth.orion.io"
    wrangler.toml | kv_namespaces = [{ binding = "TOKENS", id = "{hex:32}" }]
    wrangler.toml | database_id = "{uuid}"
    wrangler.toml | # wrangler secret put API_TOKEN
    wrangler.jsonc | "secrets": { "required": ["API_TOKEN", "JWT_SECRET"] }
    wrangler.jsonc | "store_id": "{hex:32}", "secret_name": "ORION_API_KEY"
    wrangler.jsonc | "vars": { "PASSWORD_PAGE": "/login", "TOKEN_AUDIENCE": "orion-web-production" }
    fixtures/user.json | "password": "password", "token": "token"
    fixtures/user.yml | encrypted_password: <%= User.new.send(:password_digest, 'password') %>
    fixtures/user.yml | password_digest: <%= BCrypt::Password.create('secret') %>
    fixtures/cert.pem | -----BEGIN CERTIFICATE-----⏎{base64:64}⏎-----END CERTIFICATE-----
    id_rsa.pub | ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{base64:43} nora@orion
    known_hosts | git.orion.io ssh-rsa AAAAB3NzaC1yc2E{base64:300}
    authorized_keys | ssh-rsa AAAAB3NzaC1yc2E{base64:300}= deploy
    postman_collection.json | { "key": "password", "value": "{{password}}" }
    postman_collection.json | { "key": "token", "value": "", "type": "string" }
    postman_collection.json | "_postman_id": "{uuid}"
    request.http | Authorization: Bearer {{token}}
    Jenkinsfile | withCredentials([string(credentialsId: 'orion-npm-token', variable: 'NPM_TOKEN')]) {
    Jenkinsfile | NEXUS_PASSWORD = credentials('nexus-password')
    Makefile | PASSWORD ?= $(shell pass show orion/db)
    Makefile | secret-key: ; @openssl rand -hex 32 > secret.key
    .eslintrc.json | "no-secrets/no-secrets": ["error", { "tolerance": 4.2 }]
    renovate.json | "matchPackageNames": ["jsonwebtoken", "password-hash"]
    config.toml | password_cost = 12⏎token_leeway = "30s"
    config.toml | secret_provider = "hashicorp-vault"
    config.toml | api_key_header = "X-Orion-Key"
    app.log | 2020-01-02 10:00:00 INFO token refreshed for user nora
    app.log | request_id={uuid} trace={hex:32} status=200
    theme.css | .password-strength { --token-color: #{hex:6}; }
    theme.json | { "scope": "keyword.control.password", "settings": { "foreground": "#{hex:6}" } }
    tokens.json | { "color": { "primary": { "value": "#{hex:6}", "type": "color" } } }
    crowdin.yml | "api_token_env": "CROWDIN_TOKEN"
    sonar.properties | sonar.login=${env.SONAR_TOKEN}
    hosts.ini | ansible_ssh_private_key_file=~/.ssh/id_orion
    logstash.conf | password => "${ES_PWD}"
    fluent.conf | password "#{ENV['ES_PASSWORD']}"
    prometheus.yml |     bearer_token_file: /var/run/secrets/token
    alertmanager.yml |   smtp_auth_password: '<secret>'
    grafana.ini | ;admin_password = admin
    vault.hcl | token_period = "24h"
    pubspec.lock | sha256: "{hex:64}"
    ProjectSettings.asset | AndroidKeystorePass: ⏎  productGUID: {hex:32}
    Scene.unity | m_Script: {fileID: 11500000, guid: {hex:32}, type: 3}
    firebase.json | "predeploy": ["npm run build"], "secretEnv": ["API_KEY"]
    app.json | "extra": { "eas": { "projectId": "{uuid}" } }
    crontab | 0 3 * * * /usr/local/bin/rotate-password --quiet
    words.txt | password⏎passphrase⏎secretary⏎tokenize
    """#
}
