extension ContextCases {
  /// Secrets in command lines and in the settings of servers and frameworks.
  static let commandSecrets = #"""
    a.sh | mvn sonar:sonar -Dsonar.login=«{hex:40}» -Dsonar.host.url=https://sonar.shop-data.net
    a.sh | mvn verify -Dsonar.token=«{hex:40}»
    a.sh | java -Ddb.password=«{base62:14}» -jar shop.jar
    a.sh | java -Djavax.net.ssl.keyStorePassword=«{base62:14}» -jar shop.jar
    a.sh | gradle publish -PnexusPassword=«{base62:14}»
    a.yml |     - run: mvn deploy -Dnexus.password=«{base62:14}»
    a.bat | net use Z: \\files\share «{base62:14}» /user:shop
    a.bat | net use \\files\share /user:SHOP\nora «{base62:14}»
    a.bat | net user nora «{base62:14}» /add
    a.sh | htpasswd -b /etc/nginx/.htpasswd shop «{base62:14}»
    a.sh | htpasswd -cb .htpasswd shop '«{base62:14}»'
    a.sh | htpasswd -bnB shop «{base62:14}»
    a.md | Run `htpasswd -b .htpasswd shop «{base62:14}»`, then `nginx -t`.
    a.sh | sshpass -p «{base62:14}» ssh shop@db.shop-data.net
    a.sh | sshpass -p'«{base62:14}»' scp a shop@db.shop-data.net:
    a.exp | expect "password:" { send "«{base62:14}»\r" }
    a.sh | openssl pkcs12 -export -in a.crt -out a.p12 -passout pass:«{base62:14}»
    a.sh | openssl rsa -in a.key -passin pass:«{base62:14}» -out b.key
    a.sh | openssl enc -d -aes-256-cbc -pass 'pass:«{password:14}»' -in a
    a.sh | redis-cli -h db -a «{base62:24}» ping
    a.sh | redis-cli --pass «{base62:24}» ping
    a.sh | psql "host=db user=shop password=«{base62:14}» dbname=shop"
    a.sh | psql "postgresql://shop:«{base62:14}»@db.shop-data.net/shop"
    a.sh | mysql -u root -p«{base62:14}» shop
    a.sh | mysqldump -h db -ushop -p'«{base62:14}»' shop > a.sql
    a.sh | docker login -u shop -p «{base62:16}» registry.shop-data.net
    a.sh | az login --service-principal -u id -p «{base62:34}» --tenant t
    a.sh | az login -u nora@shop-data.net -p «{password:14}»
    a.sh | kubectl create secret generic db --from-literal=password=«{password:14}»
    a.sh | kubectl create secret generic db --from-literal=user=shop --from-literal=api-key='«{base62:32}»'
    a.sh | kubectl create secret docker-registry reg --docker-username=shop --docker-password=«{base62:20}»
    a.sh | helm install shop ./shop --set postgresql.auth.password=«{base62:14}»
    a.sh | docker run -e MYSQL_ROOT_PASSWORD=«{base62:14}» mysql
    a.sh | mongo --username shop --password «{base62:14}» db
    a.sh | mongosh -u shop -p «{base62:14}» db.shop-data.net
    a.sh | ldapsearch -x -D "cn=admin,dc=shop" -w «{base62:14}» -b dc=shop
    a.sh | rabbitmqctl add_user shop «{base62:14}»
    a.sh | rabbitmqctl change_password shop «{base62:14}»
    a.sh | sqlcmd -S db -U sa -P «{base62:14}» -Q "select 1"
    a.sh | smbclient //files/share -U shop%«{base62:14}»
    a.sh | mount -t cifs //files/share /mnt -o username=shop,password=«{base62:14}»
    a.sh | lftp -u shop,«{base62:14}» ftp.shop-data.net
    a.sh | ftp-upload --user shop --password «{base62:14}» a.zip
    a.sh | keytool -genkey -keystore a.jks -storepass «{base62:14}» -keypass «{base62:14}»
    a.sh | jarsigner -storepass «{base62:14}» a.jar shop
    a.sh | gpg --batch --passphrase «{password:14}» -d a.gpg
    a.sh | zip -P «{base62:14}» a.zip a
    a.sh | unzip -P «{base62:14}» a.zip
    a.sh | vault kv put secret/shop password=«{base62:14}»
    a.sh | aws configure set aws_secret_access_key «{base64:40}»
    a.sh | npm config set //registry.shop-data.net/:_authToken=«{base62:36}»
    a.sh | echo "shop:«{base62:14}»" | sudo chpasswd
    a.sh | xfreerdp /u:shop /p:«{base62:14}» /v:10.0.0.3
    a.sh | cmdkey /add:files /user:shop /pass:«{base62:14}»
    a.bat | psexec \\files -u shop -p «{base62:14}» cmd
    a.sh | influx -username shop -password «{base62:14}»
    a.sh | sqlplus shop/«{base62:12}»@db
    a.config | <machineKey validationKey="«{HEX:128}»" decryptionKey="«{HEX:64}»" validation="SHA1" />
    a.config | <add name="Db" connectionString="Data Source=db;Initial Catalog=shop;User ID=sa;Password=«{base62:14}»" />
    a.json | "ConnectionStrings": { "Db": "Server=db;Database=shop;User Id=sa;Password=«{base62:14}»;" }
    a.yml | ansible_ssh_pass: «{base62:14}»
    a.ini | db1 ansible_host=10.0.0.3 ansible_user=shop ansible_ssh_pass=«{base62:14}»
    a.ini | web1 ansible_become_password='«{base62:14}»'
    a.yml |   become_pass: "«{base62:14}»"
    a.rb | node.default['shop']['db']['password'] = '«{base62:14}»'
    a.rb | default['mysql']['server_root_password'] = '«{base62:14}»'
    a.pp |   password => '«{base62:14}»',
    a.pp |   $db_password = '«{base62:14}»'
    a.pp | class { 'mysql::server': root_password => '«{base62:14}»' }
    application.properties | spring.datasource.password=«{base62:14}»
    application.properties | spring.security.user.password=«{base62:14}»
    application.properties | jwt.secret=«{base62:40}»
    application.properties | spring.mail.password=«{lower:4} {lower:4} {lower:4} {lower:4}»
    application.yml | spring:⏎  datasource:⏎    password: «{base62:14}»
    secrets.yml | production:⏎  secret_key_base: «{hex:128}»
    database.yml | production:⏎  username: shop⏎  password: «{base62:14}»
    settings.py | SECRET_KEY = '«{base62:50}»'
    settings.py | DATABASES = {'default': {'USER': 'shop', 'PASSWORD': '«{base62:14}»', 'HOST': 'db'}}
    settings.py | EMAIL_HOST_PASSWORD = '«{base62:14}»'
    wp-config.php | define('AUTH_KEY',         '«{base62:64}»');
    wp-config.php | define('NONCE_SALT',       '«{base62:64}»');
    wp-config.php | define( 'LOGGED_IN_KEY', '«{password:20}{base62:44}»' );
    a.env | APP_KEY=«base64:{base64:44}»
    a.env | APP_SECRET=«{hex:32}»
    services.yaml | parameters:⏎    secret: «{hex:32}»
    a.properties | sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="shop" password="«{base62:14}»";
    jaas.conf | KafkaClient {⏎  org.apache.kafka.common.security.plain.PlainLoginModule required⏎  username="shop"⏎  password="«{base62:14}»";⏎};
    a.conf | ldap_bind_password = «{base62:14}»
    a.conf | bindpw «{base62:14}»
    slapd.conf | rootpw «{base62:14}»
    a.conf | ldap_default_authtok = «{base62:14}»
    a.yml |   bindPW: «{base62:14}»
    a.xml | <security-credential>«{base62:14}»</security-credential>
    a.json | { "host": "smtp.shop-data.net", "auth": { "user": "shop", "pass": "«{base62:14}»" } }
    sftp.json | { "host": "ftp.shop-data.net", "username": "shop", "password": "«{base62:14}»" }
    a.conf | relay_password = «{base62:14}»
    wpa_supplicant.conf | network={⏎  ssid="shop"⏎  psk="«{base62:14}»"⏎}
    a.conf | wpa_passphrase=«{base62:14}»
    a.nmconnection | [wifi-security]⏎psk=«{base62:14}»
    a.conf | rocommunity «{base62:12}»
    a.conf | rwcommunity «{base62:12}» 10.0.0.0/8
    a.cfg | snmp-server community «{base62:12}» RO
    a.cfg | enable secret 0 «{base62:14}»
    a.cfg | username nora password 0 «{base62:14}»
    a.conf | AuthUserPass=«{base62:14}»
    a.groovy | withEnv(['DB_PASSWORD=«{base62:14}»']) {
    Jenkinsfile | environment { API_TOKEN = '«{base62:32}»' }
    a.groovy | password(name: 'DB_PASSWORD', defaultValue: '«{base62:14}»')
    settings.xml | <server><id>nexus</id><username>shop</username><password>«{base62:14}»</password></server>
    gradle.properties | signing.password=«{base62:14}»
    nuget.config | <add key="ClearTextPassword" value="«{base62:14}»" />
    tomcat-users.xml | <user username="shop" password="«{base62:14}»" roles="manager-gui"/>
    context.xml | <Resource name="jdbc/shop" username="shop" password="«{base62:14}»" driverClassName="x"/>
    a.yml |       POSTGRES_PASSWORD: «{base62:14}»
    docker-compose.yml |       - MYSQL_ROOT_PASSWORD=«{base62:14}»
    Dockerfile | ENV DB_PASSWORD «{base62:14}»
    Dockerfile | ARG NPM_TOKEN=«{base62:36}»
    my.cnf | [client]⏎user=shop⏎password="«{base62:14}»"
    .pgpass | db.shop-data.net:5432:shop:shop:«{base62:14}»
    """#

  /// The same without any.
  static let commandOthers = #"""
    a.sh | mvn sonar:sonar -Dsonar.login=$SONAR_TOKEN -Dsonar.host.url=https://sonar.shop-data.net
    a.sh | mvn verify -Dsonar.token=${{ secrets.SONAR_TOKEN }}
    a.sh | java -Ddb.password=${DB_PASSWORD} -Dkey.file=/etc/shop.key -jar shop.jar
    a.sh | java -Djavax.net.ssl.keyStorePassword=changeit -jar shop.jar
    a.sh | java -Djavax.net.ssl.trustStoreType=jks -Dauth.mode=oauth2 -Dtoken.format=jwt -jar shop.jar
    a.sh | gradle publish -PnexusPassword=$NEXUS_PASSWORD
    a.bat | net use Z: \\files\share %PASSWORD% /user:shop
    a.bat | net use Z: \\files\share * /user:shop
    a.bat | net use Z: \\files\share /persistent:yes
    a.bat | net use Z: /delete
    a.bat | net user nora /delete
    a.bat | net user nora * /add
    a.sh | htpasswd -b /etc/nginx/.htpasswd shop "$PASSWORD"
    a.sh | htpasswd -c .htpasswd shop
    a.md | More command lines (`htpasswd -b`, `net use`, `ldapsearch -w`, `sqlcmd -P`, …) are read.
    a.js | run('htpasswd -b'), run('x7Rt2mQ9', 'k3Lw8vZ1')
    a.sh | htpasswd -b file user password
    a.sh | sshpass -p "$PASS" ssh shop@db.shop-data.net
    a.sh | sshpass -f /etc/shop.pass ssh shop@db.shop-data.net
    a.sh | sshpass -e ssh shop@db.shop-data.net
    a.exp | expect "password:" { send "$password\r" }
    a.exp | expect "password:" { send "[lindex $argv 0]\r" }
    a.exp | expect "login:" { send "shop\r" }
    a.exp | expect "Enter password for user:" { send "\r" }
    a.exp | expect "assword:"⏎expect "$ "⏎send "ls -l /srv/data2024\r"
    a.sh | openssl pkcs12 -export -in a.crt -out a.p12 -passout pass:$PASS
    a.sh | openssl rsa -in a.key -passin env:PASS -out b.key
    a.sh | openssl rsa -in a.key -passin file:/etc/pass2024.txt -out b.key
    a.sh | openssl rsa -in a.key -passin pass:password -out b.key
    a.sh | openssl pkcs12 -in a.p12 -passin pass: -nodes
    a.sh | redis-cli -h db -a $REDIS_PASSWORD ping
    a.sh | redis-cli -h db ping
    a.sh | psql "host=db user=shop password=$PGPASSWORD dbname=shop"
    a.sh | psql -h db -p 5432 -U shop
    a.sh | mysql -u root -p$MYSQL_ROOT_PASSWORD shop
    a.sh | mysql -u root -p shop
    a.sh | mysqladmin -u root password "$NEW"
    a.sh | docker login -u shop -p $TOKEN registry.shop-data.net
    a.sh | docker login -u shop --password-stdin registry.shop-data.net
    a.sh | az login --service-principal -u $ID -p $SECRET --tenant $TENANT
    a.sh | az login --identity
    a.sh | kubectl create secret generic db --from-literal=password=$DB_PASSWORD
    a.sh | kubectl create secret generic db --from-literal=password=<password>
    a.sh | kubectl create secret generic db --from-file=key.json=/etc/shop/key.json
    a.sh | kubectl get secret db-password-2024 -o yaml
    a.sh | helm install shop ./shop --set postgresql.auth.existingSecret=shop-db-secret
    a.sh | helm install shop ./shop --set postgresql.auth.password=$PW
    a.sh | docker run -e MYSQL_ROOT_PASSWORD=$PW mysql
    a.sh | mongosh -u shop -p $PW db.shop-data.net
    a.sh | ldapsearch -x -D "cn=admin,dc=shop" -w "$PW" -b dc=shop
    a.sh | ldapsearch -x -D "cn=admin,dc=shop" -W -b dc=shop
    a.sh | rabbitmqctl add_user shop $PW
    a.sh | rabbitmqctl add_vhost shop-orders
    a.sh | sqlcmd -S db -U sa -P $SA_PASSWORD -Q "select 1"
    a.sh | smbclient //files/share -U shop%$PW
    a.sh | mount -t cifs //files/share /mnt -o credentials=/etc/shop/cred2024
    a.sh | keytool -genkey -keystore a.jks -storepass changeit -keypass $PW
    a.sh | gpg --batch --passphrase "$PW" -d a.gpg
    a.sh | gpg --batch --passphrase-file /etc/shop/pass -d a.gpg
    a.sh | zip -P "$PW" a.zip a
    a.sh | mkdir -p build/x86_64-2024
    a.sh | cp -p a2b3c4d5 /srv
    a.sh | snmpwalk -v2c -c public 10.0.0.3
    a.sh | snmpwalk -v2c -c $COMMUNITY 10.0.0.3
    a.sh | vault login $VAULT_TOKEN
    a.sh | vault login -method=github
    a.sh | vault kv put secret/shop password=$PW
    a.sh | vault kv put secret/shop password=@pass.txt
    a.sh | aws configure set aws_secret_access_key $AWS_SECRET_ACCESS_KEY
    a.sh | aws configure set region eu-central-1
    a.sh | xfreerdp /u:shop /p:$PW /v:10.0.0.3
    a.bat | psexec \\files -u shop -p %PW% cmd
    a.sh | sqlplus shop/$PW@db
    a.sh | sqlplus / as sysdba
    a.config | <machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate,IsolateApps" />
    a.config | <add name="Db" connectionString="Data Source=db;Initial Catalog=shop;Integrated Security=SSPI" />
    a.config | <add name="Db" connectionString="Data Source=db;User ID=sa;Password=#{DbPassword}" />
    a.yml | ansible_ssh_pass: "{{ vault_ssh_pass }}"
    a.ini | db1 ansible_host=10.0.0.3 ansible_ssh_private_key_file=~/.ssh/shop_ed25519
    a.yml |   become_pass: "{{ lookup('env', 'PW') }}"
    a.rb | node.default['shop']['db']['password'] = node['secrets']['db']
    a.rb | default['mysql']['server_root_password'] = data_bag_item('db', 'root')['password']
    a.pp |   password => $db_password,
    a.pp |   password => lookup('shop::password'),
    a.pp |   password => Sensitive($pw),
    application.properties | spring.datasource.password=${DB_PASSWORD}
    application.properties | spring.datasource.password=@db.password@
    application.properties | jwt.secret=${JWT_SECRET:changeme}
    application.properties | jwt.header=X-Auth-Token2
    application.properties | message.password.invalid=Password must have 8 characters
    application.properties | spring.jackson.property-naming-strategy=SNAKE_CASE
    secrets.yml | production:⏎  secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>
    database.yml | production:⏎  username: shop⏎  password: <%= ENV['DB_PASSWORD'] %>
    settings.py | SECRET_KEY = os.environ['SECRET_KEY']
    settings.py | AUTH_PASSWORD_VALIDATORS = [{'NAME': 'django.contrib.auth.password_validation.MinimumLengthValidator'}]
    settings.py | PASSWORD_HASHERS = ['django.contrib.auth.hashers.PBKDF2PasswordHasher']
    settings.py | EMAIL_HOST_PASSWORD = config('EMAIL_HOST_PASSWORD', default='')
    wp-config.php | define('AUTH_KEY',         'put your unique phrase here');
    wp-config.php | define('DB_PASSWORD', 'password_here');
    a.env | APP_KEY=
    a.env | APP_KEY=base64:
    a.env | APP_SECRET=ThisTokenIsNotSoSecretChangeIt
    services.yaml | parameters:⏎    secret: '%env(APP_SECRET)%'
    a.properties | sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="shop" password="${KAFKA_PASSWORD}";
    a.properties | sasl.mechanism=SCRAM-SHA-512
    a.conf | ldap_bind_password_file = /etc/shop/ldap2024.secret
    slapd.conf | rootpw {SSHA}{base62:32}
    a.conf | ldap_tls_cacert = /etc/ssl/ca2024.pem
    a.xml | <security-credential>${LDAP_PW}</security-credential>
    a.conf | smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd
    a.conf | wpa_key_mgmt=WPA-PSK
    a.conf | key_mgmt=WPA-PSK WPA-EAP
    wpa_supplicant.conf | network={⏎  ssid="shop"⏎  key_mgmt=NONE⏎}
    a.conf | rocommunity public
    a.conf | rocommunity public 10.0.0.0/8
    a.conf | community-list 10 permit 65000:100
    a.cfg | snmp-server community public RO
    a.cfg | enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0
    a.cfg | service password-encryption
    ipsec.secrets | : RSA shop-key-2024.pem
    ssh_config | IdentityFile ~/.ssh/shop_ed25519_2024
    ssh_config | Host db⏎  IdentityFile ~/.ssh/id_rsa⏎  PasswordAuthentication no
    Jenkinsfile | environment { API_TOKEN = credentials('api-token-2024') }
    Jenkinsfile | withCredentials([string(credentialsId: 'shop-token-2024', variable: 'TOKEN')]) {
    Jenkinsfile | withCredentials([usernamePassword(credentialsId: 'nexus-2024', usernameVariable: 'U', passwordVariable: 'P')]) {
    settings.xml | <server><id>nexus</id><username>shop</username><password>${env.NEXUS_PASSWORD}</password></server>
    gradle.properties | signing.keyId=24875D73
    nuget.config | <add key="ClearTextPassword" value="%NUGET_TOKEN%" />
    context.xml | <Resource name="jdbc/shop" username="shop" password="${db.password}" driverClassName="x"/>
    a.yml |       POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}
    Dockerfile | ENV DB_PASSWORD_FILE /run/secrets/db2024
    Dockerfile | ARG NPM_TOKEN
    my.cnf | [client]⏎user=shop⏎password=
    .pgpass | db.shop-data.net:5432:shop:shop:$PW
    a.py | parser.add_argument('-p', '--port', default='8080')
    a.sh | ssh -p 2222 shop@db.shop-data.net
    a.sh | nc -w 5 db 5432
    a.sh | docker run -p 8080:80 -p 2222:22 shop/web:2024.1
    a.sh | grep -P '[a-z]{3}[0-9]+' a.txt
    a.sh | tar -c a1b2c3d4e5 | gzip
    """#
}
