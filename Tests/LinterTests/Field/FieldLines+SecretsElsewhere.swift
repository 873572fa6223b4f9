extension FieldLines {
  /// Scripts, settings, documents and logs.
  static let secretsElsewhere = #"""
    database.yml |   password: «{alnum-lower:10}»
    database.yml | production:⏎  password: "«{password:14}»"
    secrets.yml |   secret_key_base: «{hex:128}»
    devise.rb |   config.secret_key = '«{hex:128}»'
    seeds.rb | User.create!(email: "nora@orion.io", password: "«{lower:6}{digits:2}»")
    seeds.rb | password = password_confirmation = '«{lower:5}{digits:4}»'
    client.rb |   c.api_key = "«{hex:32}»"
    client.rb |   config.oauth_token_secret = '«{base62:45}»'
    client.rb | SECRET = "«{hex:40}»".freeze
    spec.rb | let(:password) { '«{lower:6}{digits:3}»' }
    spec.rb | fill_in 'Password', with: '«{lower:6}{digits:2}»'
    spec.rb | stub_const('API_KEY', '«{base62:32}»')
    wp-config.php | define('DB_PASSWORD', '«{alnum-lower:12}»');
    wp-config.php | define( 'AUTH_KEY', '«{base62:64}»' );
    config.php | $db_pass = '«{lower:6}{digits:3}»';
    config.php | 'password' => '«{alnum-lower:10}»',
    config.php | $config['encryption_key'] = '«{hex:32}»';
    config.php | "secret" => "«{base62:32}»",
    config.php | $conn = mysqli_connect("10.0.0.3", "shop", "«{lower:5}{digits:4}»", "shop");
    config.php | define("API_SECRET", "«{hex:40}»");
    config.php | $this->apiKey = "«{base62:32}»";
    config.php | protected $token = '«{hex:40}»';
    config.php | new PDO('mysql:host=db;dbname=shop', 'shop', '«{alnum-lower:11}»');
    test.php | $client->setClientSecret('«{base62:24}»');
    parameters.yml | database_password: «{lower:5}{digits:4}»
    parameters.yml | secret: «{hex:40}»
    parameters.yml | mailer_password: '«{alnum-lower:12}»'
    index.js | const SECRET = '«{base62:24}»'
    index.js | mongoose.connect('mongodb://shop:«{alnum-lower:10}»@ds01.mlab.com:4101/shop')
    index.js | const password = '«{lower:6}{digits:2}»';
    index.js | app.use(session({ secret: '«{alnum-lower:16}»', resave: false }))
    index.js | jwt.sign(payload, '«{base62:20}»') // secret
    index.js | password: '«{alnum-lower:9}»',
    index.js | auth: { user: 'shop@orion.io', pass: '«{alnum-lower:12}»' }
    index.js | const ACCESS_TOKEN = "«{base62:60}»";
    index.js | apiSecret: "«{hex:32}»"
    index.js | consumer_secret: '«{base62:50}»',
    index.js | axios.defaults.headers.common['X-API-KEY'] = '«{base62:40}»';
    index.js | const client = new Client({ user: 'shop', host: 'db', password: '«{lower:5}{digits:3}»' })
    index.js | cloudinary.config({ cloud_name: 'x', api_key: '«{digits:15}»', api_secret: '«{base64url:27}»' })
    index.js | window.API_KEY = '«{hex:32}»';
    index.js | process.env.TOKEN = '«{base62:32}»';
    index.js | token: "«{hex:64}»",
    index.js | const url = "https://api.maps.net/geocode?key=«{base62:39}»&address=";
    index.js | cy.get('#password').type('«{lower:5}{digits:4}»')
    index.js | await page.type('input[name=password]', '«{alnum-lower:10}»');
    index.js | knex({ connection: { password: '«{lower:6}{digits:2}»' } })
    index.ts | private secretKey = '«{base62:32}»';
    index.ts | export const environment = { apiKey: '«{base62:39}»', production: true };
    index.ts | passwordSalt: '«{hex:32}»',
    index.ts | const key = '«{base62:32}»'; // AES key
    index.test.ts | const user = { name: 'nora', password: '«{lower:5}{digits:3}!»' };
    index.test.js | .send({ email: 'nora@orion.io', password: '«{alnum-lower:10}»' })
    config.json | "password": "«{alnum-lower:10}»",
    config.json | "api_key": "«{hex:32}»"
    config.json | { "token": "«{base62:59}»", "prefix": "!" }
    config.json | "clientSecret": "«{base62:24}»",
    config.json | "aws_secret_key": "«{base64:40}»"
    config.json | "db": { "user": "shop", "pass": "«{lower:6}{digits:2}»" }
    config.json | "secret": "«{base62:32}»",
    config.json | "private_key_id": "x", "auth_token": "«{hex:32}»",
    postman.json | "value": "Bearer «{base62:48}»", "key": "Authorization"
    package.json | "deploy": "curl -u shop:«{base62:20}» -T dist.zip https://repo.orion.io/up"
    composer.json | "github-oauth": { "github.com": "«{hex:40}»" }
    .npmrc | //registry.orion.io/:_authToken=«{base62:36}»
    .npmrc | _password="«{base64:24}»"
    .pypirc | password = «{alnum-lower:14}»
    .netrc | machine git.orion.io login shop password «{base62:20}»
    .pgpass | db.orion.io:5432:shop:shop:«{alnum-lower:12}»
    .my.cnf | password="«{alnum-lower:12}»"
    .htpasswd | admin:$apr1$«{base62:8}»$«{base62:22}»
    config.ini | password = «{alnum-lower:10}»
    config.ini | api_key=«{hex:32}»
    config.ini | secret_key = «{base62:40}»
    config.ini | db_pass=«{lower:5}{digits:3}»
    config.ini | token: «{hex:40}»
    settings.cfg | admin_passwd = «{alnum-lower:12}»
    server.conf | requirepass «{base62:24}»
    server.conf | auth_secret «{hex:32}»;
    nginx.conf | proxy_set_header Authorization "Basic «{base64-of:shop:{base62:14}}»";
    nginx.conf | proxy_set_header X-Api-Token «{hex:32}»;
    vpn.conf | PSK "«{base62:20}»"
    ipsec.secrets | : PSK "«{base62:24}»"
    wpa.conf |   psk="«{lower:5}{digits:4}»"
    rabbit.conf | default_pass = «{alnum-lower:12}»
    docker-compose.yml |       MYSQL_ROOT_PASSWORD: «{lower:5}{digits:3}»
    docker-compose.yml |       - POSTGRES_PASSWORD=«{alnum-lower:10}»
    docker-compose.yml |       JWT_SECRET: "«{base62:32}»"
    docker-compose.yml |     command: redis-server --requirepass «{base62:20}»
    Dockerfile | ENV API_TOKEN=«{hex:40}»
    Dockerfile | ARG DB_PASSWORD=«{alnum-lower:12}»
    Dockerfile | RUN echo 'root:«{alnum-lower:8}»' | chpasswd
    Dockerfile | ENV MYSQL_PASSWORD «{lower:6}{digits:2}»
    deploy.yaml |   value: «{base62:32}»⏎  name: API_SECRET
    deploy.yaml | - name: DB_PASSWORD⏎  value: "«{alnum-lower:12}»"
    secret.yaml | kind: Secret⏎data:⏎  password: «{base64-of:{alnum-lower:16}}»
    secret.yaml | stringData:⏎  token: «{hex:40}»
    values.yaml |   adminPassword: «{alnum-lower:12}»
    values.yaml |   auth:⏎    rootPassword: "«{password:14}»"
    values.yaml | cookieSecret: "«{base64:24}»"
    playbook.yml |     mysql_root_password: «{alnum-lower:11}»
    playbook.yml |     ansible_ssh_pass: «{lower:5}{digits:4}»
    group_vars.yml | vault_api_key: "«{hex:32}»"
    .travis.yml |     - API_KEY=«{base62:32}»
    ci.yml |         SONAR_TOKEN: «{hex:40}»
    main.tf |   password = "«{alnum-lower:14}»"
    main.tf |   secret_key = "«{base64:40}»"
    main.tf | variable "api_token" {⏎  default = "«{hex:40}»"⏎}
    terraform.tfvars | db_password = "«{password:14}»"
    terraform.tfvars | client_secret = "«{base62:34}»"
    params.json | { "ParameterKey": "DBPassword", "ParameterValue": "«{alnum-lower:12}»" }
    deploy.sh | PASSWORD="«{alnum-lower:10}»"
    deploy.sh | export API_KEY=«{hex:32}»
    deploy.sh | export DB_PASS='«{password:12}»'
    deploy.sh | mysql -u root -p«{alnum-lower:10}» shop < dump.sql
    deploy.sh | curl -H "Authorization: token «{hex:40}»" https://api.orion.io/v1
    deploy.sh | curl -H 'X-Api-Key: «{base62:32}»' https://api.orion.io/v1/x
    deploy.sh | curl -u admin:«{alnum-lower:10}» https://ci.orion.io/job
    deploy.sh | sshpass -p '«{alnum-lower:10}»' ssh deploy@10.0.0.2
    deploy.sh | PGPASSWORD=«{alnum-lower:10}» psql -h db shop
    deploy.sh | git clone https://deploy:«{base62:20}»@git.orion.io/shop.git
    deploy.sh | docker login -u shop -p «{base62:16}» hub.orion.io
    deploy.sh | echo "«{alnum-lower:10}»" | sudo -S apt update # password
    deploy.sh | openssl enc -aes-256-cbc -k «{base62:16}» -in a -out b
    deploy.sh | read -p x; TOKEN=${TOKEN:-«{hex:40}»}
    deploy.ps1 | $password = "«{password:12}»"
    deploy.ps1 | $secure = ConvertTo-SecureString "«{password:12}»" -AsPlainText -Force
    deploy.ps1 | $env:API_TOKEN = '«{hex:40}»'
    deploy.bat | set DB_PASSWORD=«{alnum-lower:10}»
    deploy.bat | net use x: \\srv\share /user:shop «{alnum-lower:10}»
    Vagrantfile | config.vm.provision "shell", env: { "DB_PASSWORD" => "«{alnum-lower:10}»" }
    Jenkinsfile | withEnv(['API_TOKEN=«{hex:40}»']) {
    Makefile | DB_PASSWORD ?= «{alnum-lower:10}»
    Makefile | 	curl -H "X-Token: «{base62:32}»" $(URL)
    dump.sql | CREATE USER 'shop'@'%' IDENTIFIED BY '«{alnum-lower:10}»';
    dump.sql | ALTER USER postgres PASSWORD '«{alnum-lower:10}»';
    dump.sql | GRANT ALL ON shop.* TO shop@localhost IDENTIFIED BY "«{lower:5}{digits:3}»";
    dump.sql | CREATE LOGIN crm WITH PASSWORD = '«{password:12}»';
    README.md | password: `«{alnum-lower:10}»`
    README.md | curl -H "Authorization: Bearer «{base62:40}»" https://api.orion.io
    README.md | export SECRET_TOKEN=«{hex:40}»
    README.md | Login: nora / Password: «{lower:5}{digits:4}»
    notes.txt | wifi password: «{lower:5}{digits:4}»
    notes.txt | api key: «{hex:32}»
    notes.txt | user=shop pass=«{alnum-lower:10}»
    index.html | <input type="hidden" name="token" value="«{hex:40}»">
    index.html | <input type="password" name="pwd" value="«{alnum-lower:10}»">
    index.html | var apiKey = "«{hex:32}»";
    App.vue | const token = '«{base62:40}»'
    api.http | Authorization: Bearer «{base62:48}»
    api.http | X-Api-Key: «{hex:32}»
    request.log | POST /login password=«{lower:5}{digits:4}»&user=nora
    request.log | GET /v1/items?access_token=«{hex:40}» 200
    request.log | token=«{base62:32}» accepted
    fix.patch | +    password = "«{alnum-lower:10}»"
    fix.patch | -API_SECRET = '«{hex:40}»'
    flake.nix | services.shop.password = "«{alnum-lower:10}»";
    schema.prisma | url = "postgresql://shop:«{alnum-lower:10}»@db.orion.io:5432/shop"
    odoo.conf | db_password = «{alnum-lower:10}»
    hive-site.xml | <name>javax.jdo.option.ConnectionPassword</name><value>«{alnum-lower:10}»</value>
    core-site.xml | <property><name>fs.s3a.secret.key</name><value>«{base64:40}»</value></property>
    persistence.xml | <property name="hibernate.connection.password" value="«{alnum-lower:10}»"/>
    strings.xml | <string name="google_api_key">«{base62:39}»</string>
    strings.xml | <string name="client_secret">«{hex:32}»</string>
    Info.plist | <key>ApiSecret</key>⏎	<string>«{hex:32}»</string>
    server.xml | keystorePass="«{lower:5}{digits:3}»"
    pom.xml | <keystore.password>«{alnum-lower:10}»</keystore.password>
    service.xml | <setting name="Token" value="«{base62:36}»"/>
    job.groovy | def password = '«{alnum-lower:10}»'
    solr.json | "credentials": { "solr": "«{base64:44}» «{base64:44}»" }
    """#
}
