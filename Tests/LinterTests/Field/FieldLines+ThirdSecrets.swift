/// A third set, written before anybody looked at what the rules make of it.
extension FieldLines {
  /// Secrets of all kinds of files.
  static let thirdSecrets = #"""
    src/db.ts | const pool = mysql.createPool({ host: 'db.orion.io', user: 'root', password: '«Summer{digits:4}!»' });
    src/db.ts | export const DB_URL = "postgresql://shop:«{alnum-lower:12}»@10.2.0.7:5432/shop?sslmode=disable";
    src/db.js | const sequelize = new Sequelize('shop', 'root', '«tiger{digits:3}»', { dialect: 'mysql' });
    src/mailer.js | user: 'info@orion.io', pass: '«Welcome{digits:2}!»'
    src/mailer.ts | auth: { user: "apikey", pass: "«{base62:48}»" },
    src/auth.ts | const JWT_SECRET = process.env.JWT_SECRET || '«{base62:24}»';
    src/auth.ts | const secret = process.env.SESSION_SECRET ?? "«keyboard-{lower:5}-{digits:4}»";
    src/auth.js | jwt.verify(token, '«{hex:64}»', (err, decoded) => {
    src/auth.js | app.use(cookieParser('«{base62:20}»'));
    src/auth.js | passport.use(new GoogleStrategy({ clientID: 'x', clientSecret: '«{base62:24}»', callbackURL: '/cb' }));
    src/api.js | headers: { 'Authorization': 'Bearer «{base62:40}»' }
    src/api.js | headers: { "x-api-key": "«{base62:40}»", "content-type": "application/json" },
    src/api.js | fetch(`https://api.weather.net/v1/now?appid=«{hex:32}»&q=${city}`)
    src/api.ts | private readonly apiKey: string = '«{uuid}»';
    src/api.ts | const res = await axios.get('/v2/items', { params: { api_key: '«{hex:32}»' } });
    src/api.ts | request.setRequestHeader('X-Auth-Token', '«{hex:40}»');
    src/api.ts | const API_KEY: string = "«{hex:8}-{hex:16}»";
    src/crypto.js | const ENCRYPTION_KEY = Buffer.from('«{hex:64}»', 'hex');
    src/crypto.js | const cipher = crypto.createCipheriv('aes-256-cbc', '«{base62:32}»', iv);
    src/crypto.js | const hmac = crypto.createHmac('sha256', '«{base62:32}»').update(body).digest('hex');
    src/crypto.ts | CryptoJS.AES.encrypt(text, "«{alnum-lower:16}»").toString()
    src/wallet.js | const PRIVATE_KEY = "0x«{hex:64}»";
    src/wallet.ts | const wallet = new ethers.Wallet('«{hex:64}»', provider);
    hardhat.config.js | accounts: ["0x«{hex:64}»"],
    hardhat.config.js | accounts: [`0x«{hex:64}»`]
    truffle-config.js | const privateKeys = ['«{hex:64}»'];
    src/bot.js | client.login('«{base62:24}.{base62:6}.{base62:27}»');
    src/bot.js | const bot = new TelegramBot('«{digits:9}:AA{base62:33}»', { polling: true });
    src/admin.ts | if (username === 'admin' && password === '«Admin@{digits:4}»') {
    src/admin.js | if (req.body.password == "«{lower:6}{digits:3}»") {
    src/admin.js | const ADMIN_PASSWORD = '«letmein{digits:3}»';
    src/admin.js | defaultAdmin = { email: 'admin@orion.io', password: '«Admin{digits:3}!»', role: 'admin' }
    src/seed.ts | await prisma.user.create({ data: { email: 'nora@orion.io', password: await hash('«Welcome{digits:4}»', 10) } });
    src/seed.js | const user = await User.create({ name: 'Nora', email: 'nora@orion.io', password: '«nora{digits:4}»' });
    public/app.js | var apiKey="«{base62:39}»",authDomain="orion.firebaseapp.com";
    public/app.min.js | e.exports={api:{key:"«{hex:32}»",secret:"«{base62:40}»"},debug:!1}
    test/login.spec.js | await page.fill('#password', '«Test@{digits:5}»');
    test/login.spec.ts | cy.login('nora@orion.io', '«{upper:1}{lower:6}{digits:2}!»')
    test/api.test.js | .set('Authorization', 'Bearer «{hex:40}»')
    test/api.test.js | .auth('shop', '«{alnum-lower:12}»')
    test/api.test.ts | const password = '«P@ss{digits:4}{lower:3}»';
    cypress.json | "env": { "username": "nora@orion.io", "password": "«Qwerty{digits:3}!»" }
    cypress.env.json | { "auth_password": "«{lower:5}{digits:4}!»" }
    config/default.json | "jwt": { "secret": "«{base62:32}»", "expiresIn": "7d" }
    config/default.json | "jwtPrivateKey": "«{alnum-lower:20}»"
    config/production.json | "mongoURI": "mongodb+srv://nora:«{base62:16}»@cluster0.x1y2z.mongodb.net/shop"
    config.json | "smtp": { "user": "mailer", "pass": "«{alnum-lower:10}»" }
    config.json | {"username": "root", "password": "«toor{digits:4}»", "database": "shop"}
    appsettings.json | "DefaultConnection": "Server=tcp:shop.database.windows.net;User ID=sa;Password=«P@ssw0rd{digits:3}»;Encrypt=True"
    appsettings.json | "Jwt": { "Key": "«{base62:32}»", "Issuer": "orion.io" }
    appsettings.Development.json | "ClientSecret": "«{base62:34}~{base62:5}»"
    web.config | <add name="Shop" connectionString="Data Source=10.1.1.4;Initial Catalog=Shop;User Id=sa;Password=«Sql{digits:4}!»" />
    web.config | <add key="SmtpPassword" value="«{alnum-lower:10}»" />
    web.config | <machineKey validationKey="«{HEX:128}»" decryptionKey="«{HEX:64}»" validation="SHA1" />
    google-services.json | "current_key": "«{base62:39}»"
    .vscode/settings.json | "sonarlint.token": "«{hex:40}»"
    sftp-config.json | "password": "«{alnum-lower:11}»",
    .vscode/sftp.json | "username": "deploy",⏎    "password": "«{password:12}»"
    auth.json | { "http-basic": { "repo.magento.com": { "username": "{hex:32}", "password": "«{hex:32}»" } } }
    .docker/config.json | "auths": { "registry.orion.io": { "auth": "«{base64-of:deploy:{base62:16}}»" } }
    application.yml | spring:⏎  datasource:⏎    username: shop⏎    password: «Shop@{digits:4}»
    application.yml |   jwt:⏎    secret: «{base64:64}»
    application.yaml |       client-secret: «{base62:40}»
    application.yml | app.jwtSecret: «{lower:6}SecretKey{digits:3}»
    application.properties | spring.datasource.password=«root{digits:4}»
    application.properties | jwt.secret=«{base62:40}»
    application.properties | server.ssl.key-store-password=«changeit{digits:3}»
    application.properties | spring.mail.password=«{lower:16}»
    application.properties | cloud.aws.credentials.secret-key=«{base64:40}»
    gradle.properties | RELEASE_STORE_PASSWORD=«{lower:6}{digits:3}»
    gradle.properties | signing.password=«{alnum-lower:10}»
    gradle.properties | ossrhPassword=«{password:14}»
    build.gradle | storePassword "«{lower:6}{digits:2}»"
    build.gradle | keyPassword '«{lower:5}{digits:4}»'
    build.gradle.kts | keyPassword = "«{alnum-lower:9}»"
    local.properties | MAPS_API_KEY=«{base62:39}»
    settings.xml | <server><id>nexus</id><username>deploy</username><password>«{alnum-lower:10}»</password></server>
    pom.xml | <jdbc.password>«{lower:5}{digits:3}»</jdbc.password>
    hibernate.cfg.xml | <property name="hibernate.connection.password">«{lower:6}{digits:3}»</property>
    beans.xml | <property name="password" value="«{alnum-lower:9}»"/>
    strings.xml | <string name="google_maps_key">«{base62:39}»</string>
    strings.xml | <string name="facebook_client_token">«{hex:32}»</string>
    tomcat-users.xml | <user username="admin" password="«tomcat{digits:3}»" roles="manager-gui"/>
    Info.plist | <key>ApiSecret</key>⏎	<string>«{base62:32}»</string>
    docker-compose.yml |       MYSQL_ROOT_PASSWORD: «Root{digits:4}!»
    docker-compose.yml |       - POSTGRES_PASSWORD=«{alnum-lower:10}»
    docker-compose.yml |       - "RABBITMQ_DEFAULT_PASS=«rabbit{digits:3}»"
    docker-compose.yml |     command: redis-server --requirepass «{alnum-lower:16}»
    docker-compose.yml |     environment:⏎      SECRET_KEY_BASE: «{hex:128}»
    docker-compose.yaml |       DATABASE_URL: postgres://shop:«{alnum-lower:14}»@db:5432/shop
    docker-compose.yml |       MINIO_SECRET_KEY: «{base62:20}»
    Dockerfile | ENV DB_PASSWORD «{alnum-lower:10}»
    Dockerfile | ENV API_TOKEN=«{hex:40}»
    Dockerfile | ARG NPM_AUTH=«{base64-of:shop:{base62:16}}»
    Dockerfile | RUN echo 'root:«{lower:6}{digits:2}»' | chpasswd
    Dockerfile | RUN curl -u deploy:«{alnum-lower:14}» https://repo.orion.io/a.tgz -o a.tgz
    secret.yaml | apiVersion: v1⏎kind: Secret⏎metadata:⏎  name: db⏎data:⏎  password: «{base64-of:{alnum-lower:12}}»
    secret.yaml | kind: Secret⏎stringData:⏎  DB_PASSWORD: «{alnum-lower:12}»
    secret.yaml | kind: Secret⏎data:⏎  API_KEY: «{base64-of:{hex:32}}»
    deployment.yaml |         - name: REDIS_PASSWORD⏎          value: «{alnum-lower:12}»
    deployment.yaml |             - name: API_SECRET⏎              value: "«{base62:32}»"
    values.yaml | postgresql:⏎  auth:⏎    postgresPassword: «{alnum-lower:10}»
    values.yaml |   adminPassword: "«Grafana{digits:3}»"
    .github/workflows/ci.yml |           POSTGRES_PASSWORD: «{alnum-lower:12}»
    .github/workflows/ci.yml |         run: npx sonar-scanner -Dsonar.login=«{hex:40}»
    .github/workflows/deploy.yml |           password: «{base62:20}»
    .gitlab-ci.yml |   DEPLOY_TOKEN: "«{base62:20}»"
    .travis.yml |     - SONATYPE_PASSWORD=«{alnum-lower:12}»
    ansible/group_vars/all.yml | ansible_ssh_pass: «{lower:6}{digits:3}»
    ansible/group_vars/all.yml | ansible_become_password: "«{password:12}»"
    ansible/group_vars/all.yml | mysql_root_password: «{lower:5}{digits:4}»
    ansible/hosts | web1 ansible_host=10.1.2.3 ansible_user=root ansible_ssh_pass=«{alnum-lower:10}»
    hosts.ini | ansible_password=«{alnum-lower:10}»
    config.ini | [database]⏎user = shop⏎password = «{lower:6}{digits:2}»
    config.ini | db_pass = "«{alnum-lower:9}»"
    config.ini | api_key=«{hex:32}»
    my.cnf | [client]⏎user=root⏎password=«{alnum-lower:10}»
    odoo.conf | admin_passwd = «{alnum-lower:12}»
    redis.conf | requirepass «{alnum-lower:16}»
    redis.conf | masterauth «{base62:20}»
    haproxy.cfg |   stats auth admin:«{alnum-lower:10}»
    nginx.conf | proxy_set_header Authorization "Basic «{base64-of:shop:{base62:16}}»";
    nginx.conf | proxy_set_header X-Api-Key «{hex:32}»;
    mosquitto.conf | remote_password «{alnum-lower:10}»
    supervisord.conf | password = «{alnum-lower:9}»
    wpa_supplicant.conf | psk="«{lower:6}{digits:4}»"
    php.ini | mysqli.default_pw = "«{alnum-lower:9}»"
    .npmrc | //registry.npmjs.org/:_authToken=«{uuid}»
    .npmrc | _auth=«{base64-of:deploy:{base62:16}}»
    .npmrc | //npm.orion.io/:_password="«{base64-of:{base62:16}}»"
    .pypirc | password = «{alnum-lower:12}»
    .netrc | machine api.orion.io login deploy password «{alnum-lower:14}»
    .netrc | machine git.orion.io⏎  login nora⏎  password «{password:14}»
    .pgpass | db.orion.io:5432:shop:nora:«{alnum-lower:12}»
    .pgpass | *:*:*:postgres:«{password:14}»
    .git-credentials | https://nora:«{hex:40}»@git.orion.io
    .s3cfg | secret_key = «{base64:40}»
    .aws/credentials | aws_secret_access_key = «{base64:40}»
    .env | DB_PASSWORD=«Summer{digits:4}»
    .env | APP_KEY=base64:«{base64:43}=»
    .env | SECRET_KEY="«{password:50}»"
    .env | STRIPE_WEBHOOK=«{base62:32}» # secret
    .env | MAIL_PASSWORD=«{lower:4} {lower:4} {lower:4} {lower:4}»
    .env | NEXTAUTH_SECRET=«{base64:43}=»
    .env | TWILIO_AUTH_TOKEN=«{hex:32}»
    .env.production | REACT_APP_MAPBOX=«{base62:60}» # token
    .env.test | JWT_SECRET=«{lower:8}{digits:3}»
    .env.local | REDIS_URL=redis://:«{alnum-lower:24}»@cache.orion.io:6379/0
    deploy.sh | export AWS_SECRET_ACCESS_KEY=«{base64:40}»
    deploy.sh | PGPASSWORD=«{alnum-lower:10}» psql -h db.orion.io -U shop
    deploy.sh | mysql -u root -p«{lower:6}{digits:3}» shop < dump.sql
    deploy.sh | sshpass -p '«{password:12}»' ssh root@10.1.2.3
    deploy.sh | curl -u "admin:«{alnum-lower:12}»" https://ci.orion.io/job/x/build
    deploy.sh | curl -H "Authorization: Bearer «{base62:40}»" https://api.orion.io/v1/x
    deploy.sh | curl -H 'X-API-Key: «{hex:32}»' https://api.orion.io/v1/x
    deploy.sh | docker login -u shop -p «{alnum-lower:14}» registry.orion.io
    deploy.sh | echo "«{alnum-lower:12}»" | sudo -S apt-get update # password
    deploy.sh | wget --user=nora --password='«{alnum-lower:10}»' https://repo.orion.io/a.zip
    deploy.sh | openssl enc -aes-256-cbc -k «{alnum-lower:16}» -in a -out b
    deploy.sh | read_pw="${PW:-«{alnum-lower:12}»}"
    deploy.sh | helm upgrade x ./x --set auth.password=«{alnum-lower:12}»
    deploy.sh | htpasswd -bc .htpasswd admin «{lower:6}{digits:3}»
    deploy.ps1 | $password = ConvertTo-SecureString "«P@ssw0rd{digits:3}!»" -AsPlainText -Force
    deploy.ps1 | $env:API_TOKEN = "«{hex:40}»"
    deploy.ps1 | New-LocalUser -Name svc -Password (ConvertTo-SecureString '«{password:14}»' -AsPlainText -Force)
    deploy.bat | set DB_PASSWORD=«{alnum-lower:10}»
    deploy.bat | net use Z: \\10.0.0.3\share /user:nora «{password:12}»
    init.sql | CREATE USER 'shop'@'%' IDENTIFIED BY '«{lower:6}{digits:4}»';
    init.sql | CREATE ROLE app LOGIN PASSWORD '«{alnum-lower:12}»';
    init.sql | ALTER USER postgres WITH PASSWORD '«{alnum-lower:12}»';
    init.sql | INSERT INTO users (email, password) VALUES ('nora@orion.io', '«{lower:6}{digits:3}»');
    init.sql | GRANT ALL ON shop.* TO 'shop'@'localhost' IDENTIFIED BY '«Shop{digits:4}»';
    settings.py | SECRET_KEY = '«{password:50}»'
    settings.py | SECRET_KEY = os.environ.get("SECRET_KEY", "«django-insecure-{password:40}»")
    settings.py | 'PASSWORD': '«{lower:6}{digits:4}»',
    settings.py | EMAIL_HOST_PASSWORD = '«{lower:16}»'
    settings.py | SOCIAL_AUTH_GITHUB_SECRET = '«{hex:40}»'
    settings.py | SQLALCHEMY_DATABASE_URI = 'mysql+pymysql://root:«{lower:5}{digits:4}»@localhost/shop'
    app.py | app.secret_key = '«{password:16}»'
    app.py | app.config['JWT_SECRET_KEY'] = '«super-{lower:6}-{digits:4}»'
    app.py | conn = psycopg2.connect(dbname='shop', user='nora', password='«{alnum-lower:10}»', host='10.1.1.1')
    app.py | client = paramiko.SSHClient(); client.connect('10.1.1.1', username='root', password='«{lower:6}{digits:2}»')
    app.py | API_KEY = "«{hex:32}»"  # openweathermap
    app.py | headers = {"Authorization": "Token «{hex:40}»"}
    app.py | requests.get(url, auth=("nora", "«{alnum-lower:12}»"))
    app.py | server.login("orion.mail@gmail.com", "«{lower:6}@{digits:4}»")
    app.py | def connect(host, user="root", password="«{alnum-lower:9}»"):
    app.py | parser.add_argument('--password', default='«{lower:5}{digits:4}»', help='password')
    app.py | redis.Redis(host='10.2.2.2', port=6379, password='«{alnum-lower:20}»')
    app.py | auth = tweepy.OAuthHandler("{base62:25}", "«{base62:50}»")
    app.py | token: str = "«{base62:40}»"
    app.py | fernet = Fernet(b'«{base64url:43}=»')
    test_app.py | self.client.login(username='nora', password='«{lower:6}{digits:3}»')
    test_app.py | user = User.objects.create_user('nora', 'nora@orion.io', '«{lower:5}@{digits:4}»')
    test_app.py | resp = client.post('/login', json={'email': 'nora@orion.io', 'password': '«Test{digits:4}!»'})
    notebook.ipynb |     "api_key = '«{hex:32}»'\n",
    config.php | define('DB_PASS', '«{lower:6}@{digits:3}»');
    config.php | $dbpassword = "«{lower:5}{digits:4}»";
    config.php | 'password' => env('DB_PASSWORD', '«{alnum-lower:12}»'),
    config.php | $mysqli = new mysqli("localhost", "root", "«{lower:6}{digits:2}»", "shop");
    config.php | define('SECURE_AUTH_SALT', '«{password:64}»');
    config.php | $mail->Password   = "«{lower:4} {lower:4} {lower:4} {lower:4}»";
    config.php | 'cookieValidationKey' => '«{base64url:32}»',
    config.php | 'key' => '«{base62:32}»', // encryption key
    config.php | if ($_POST['pass'] == '«{lower:5}{digits:4}»') {
    config/initializers/x.rb | Rails.application.config.secret_token = '«{hex:128}»'
    app.rb | Twilio::REST::Client.new('AC{hex:32}', '«{hex:32}»')
    app.rb | use Rack::Auth::Basic do |u, p| u == 'admin' && p == '«{alnum-lower:10}»' end
    app.rb | ActionMailer::Base.smtp_settings = { user_name: 'shop', password: '«{alnum-lower:12}»' }
    app.rb | set :session_secret, '«{hex:64}»'
    main.go | const apiKey = "«{base62:32}»"
    main.go | dsn := "root:«{lower:5}{digits:4}»@tcp(127.0.0.1:3306)/shop?parseTime=true"
    main.go | req.SetBasicAuth("admin", "«{alnum-lower:12}»")
    main.go | req.Header.Set("Authorization", "Bearer «{base62:40}»")
    main.go | var jwtKey = []byte("«{lower:6}_secret_{digits:4}»")
    main.go | flag.String("password", "«{alnum-lower:10}»", "database password")
    main.go | connStr := "host=localhost port=5432 user=shop password=«{alnum-lower:10}» dbname=shop sslmode=disable"
    Main.java | private static final String PASSWORD = "«Admin{digits:4}»";
    Main.java | Connection c = DriverManager.getConnection("jdbc:mysql://10.1.1.1/shop", "root", "«{lower:5}{digits:4}»");
    Main.java | String url = "jdbc:sqlserver://10.1.1.1;databaseName=shop;user=sa;password=«Sa{digits:6}»";
    Main.java | @Value("${app.secret:«{base62:32}»}")
    Main.java | ds.setPassword("«{alnum-lower:10}»");
    Main.java | props.put("mail.smtp.password", "«{alnum-lower:12}»");
    Main.java | private String secretKey = "«{base64:43}=»";
    Main.java | new UsernamePasswordCredentials("nora", "«{lower:6}{digits:3}»")
    Main.java | SecretKeySpec k = new SecretKeySpec("«{base62:16}»".getBytes(), "AES");
    Main.kt | const val API_KEY = "«{hex:32}»"
    Main.kt | buildConfigField("String", "API_SECRET", "\"«{base62:32}»\"")
    Main.swift | let apiToken = "«{hex:40}»"
    Main.swift | static let clientSecret = "«{base62:40}»"
    Main.cs | var cred = new NetworkCredential("nora@orion.io", "«{password:12}»");
    Main.cs | private const string EncryptionKey = "«{base62:32}»";
    Main.cs | options.ClientSecret = "«{base62:24}»";
    Main.cs | var key = Encoding.ASCII.GetBytes("«{base62:32}»"); // signing secret
    Main.cs | string connectionString = @"Server=.\SQLEXPRESS;Database=Shop;User Id=sa;Password=«{lower:5}{digits:4}»;";
    main.dart | const String apiKey = '«{hex:32}»';
    main.cpp | const char* password = "«{lower:6}{digits:4}»";
    main.ino | const char* ssid = "orion";⏎const char* pass = "«{lower:5}{digits:5}»";
    main.ino | #define WIFI_PASSWORD "«{lower:6}{digits:3}»"
    main.ino | char auth[] = "«{hex:32}»"; // token
    main.rs | let api_key = "«{base62:40}»";
    main.rs | const DB_PASSWORD: &str = "«{alnum-lower:12}»";
    main.lua | local secret = "«{hex:32}»"
    main.pl | my $password = '«{lower:6}{digits:2}»';
    main.scala | val password = "«{alnum-lower:10}»"
    main.ex | secret_key_base: "«{base64:64}»",
    main.ex | config :shop, Shop.Repo, username: "postgres", password: "«{alnum-lower:12}»"
    main.r | con <- dbConnect(MySQL(), user = "root", password = "«{lower:6}{digits:3}»")
    main.clj | :db-password "«{alnum-lower:12}»"
    main.tf |   password             = "«{alnum-lower:14}»"
    main.tf | variable "db_password" {⏎  type    = string⏎  default = "«{alnum-lower:14}»"⏎}
    main.tf |   master_password = "«{password:16}»"
    terraform.tfvars | api_token = "«{hex:40}»"
    terraform.tfvars | admin_password = "«P@ss{digits:6}»"
    main.bicep | param adminPassword string = '«{password:14}»'
    README.md |     curl -H "Authorization: Bearer «{base62:40}»" https://api.orion.io/me
    README.md | Login: admin / Password: «Orion{digits:4}!»
    README.md | ```⏎export API_KEY=«{hex:32}»⏎```
    README.md | - password: `«{alnum-lower:10}»`
    docs/setup.md | | Admin password | `«{alnum-lower:10}»` |
    notes.txt | user: nora pass: «{alnum-lower:10}»
    notes.txt | root password is «{alnum-lower:10}»
    index.html | <input type="password" name="pw" value="«{lower:6}{digits:3}»">
    index.html | <script src="https://maps.orion.io/api/js?key=«{base62:39}»"></script>
    index.html | <meta name="api-token" content="«{hex:40}»">
    wrangler.toml | [vars]⏎API_SECRET = "«{base62:32}»"
    wrangler.toml | [vars]⏎ADMIN_PASSWORD = "«orion{digits:4}»"
    wrangler.jsonc | "vars": { "SESSION_KEY": "«{base64:43}=»" }
    postman_collection.json | { "key": "password", "value": "«{alnum-lower:10}»", "type": "string" }
    postman_environment.json | { "key": "access_token", "value": "«{base62:40}»", "enabled": true }
    Jenkinsfile | sh "curl -u jenkins:«{hex:32}» https://ci.orion.io/x"
    Jenkinsfile | environment { NEXUS_PASSWORD = '«{alnum-lower:12}»' }
    Vagrantfile | config.ssh.password = "«{alnum-lower:9}»"
    playbook.yml |       become_pass: "«{alnum-lower:10}»"
    pipeline.yml | - script: az login --service-principal -u x -p «{base62:34}» --tenant y
    insomnia.yaml |       password: «{alnum-lower:10}»
    app.config.js | // password: «{lower:6}{digits:3}»
    app.config.js | // old key⏎// const API_KEY = '«{hex:32}»'
    """#
}
