"""What packages of Ruby, PHP, Rust and .NET are evidence of.

`name=skill,skill?`: the name is evidence of the skills; those with ? it only implies.
A name that ends in * stands for all that begin so.
"""

from planner.domain.reading.manifests.evidence import pairs

GEMS = pairs(
    """
    rails=rails sinatra=ruby hanami=ruby pg=postgresql mysql2=mysql sqlite3=sqlite redis=redis
    redis-*=redis hiredis=redis mongoid=mongodb mongo=mongodb sidekiq=celery sidekiq-*=celery
    resque=celery delayed_job=celery delayed_job_*=celery good_job=celery solid_queue=celery
    rspec=pytest,testing? rspec-*=pytest,testing? minitest=pytest,testing?
    factory_bot*=testing capybara=selenium selenium-webdriver=selenium cucumber=tdd
    cucumber-*=tdd devise=auth doorkeeper=auth omniauth*=auth jwt=auth pundit=auth cancancan=auth
    bcrypt=cryptography,auth? graphql=graphql grape=rest rswag=openapi rswag-*=openapi grpc=grpc
    elasticsearch*=elasticsearch searchkick=elasticsearch bunny=message-queues
    sneakers=message-queues ruby-kafka=kafka karafka=kafka rdkafka=kafka aws-sdk*=aws
    google-cloud*=gcp azure*=azure stripe=ecommerce,third-party-integration? turbo-rails=htmx
    stimulus-rails=htmx hotwire-rails=htmx jquery-rails=htmx slim=htmx haml=htmx
    sass-rails=html-css bootstrap=html-css tailwindcss-rails=html-css webpacker=build-tools
    rubocop=clean-code rubocop-*=clean-code brakeman=security-fundamentals
    sentry-*=observability newrelic_rpm=observability lograge=logging puma=web-servers
    unicorn=web-servers capistrano*=deployment kamal=deployment,docker? activerecord=hibernate
    sequel=hibernate nokogiri=xml savon=soap spree*=ecommerce solidus*=ecommerce
    """
)
COMPOSER = pairs(
    """
    php=php laravel/*=laravel,php? illuminate/*=laravel,php? symfony/framework-bundle=symfony,php?
    symfony/symfony=symfony symfony/*=symfony?,php? doctrine/orm=hibernate
    doctrine/doctrine-bundle=hibernate,symfony? doctrine/doctrine-migrations-bundle=db-migrations
    doctrine/migrations=db-migrations phpunit/phpunit=pytest,testing? pestphp/*=pytest,testing?
    behat/behat=tdd mockery/mockery=pytest,testing? predis/predis=redis
    php-amqplib/*=message-queues mongodb/*=mongodb elasticsearch/elasticsearch=elasticsearch
    aws/aws-sdk-php=aws google/cloud*=gcp firebase/php-jwt=auth lexik/jwt-*=auth
    league/oauth2-*=auth guzzlehttp/guzzle=http? nelmio/api-doc-bundle=openapi
    zircote/swagger-php=openapi webonyx/graphql-php=graphql api-platform/*=rest,symfony?
    drupal/*=cms wordpress/*=cms johnpbloch/wordpress=cms magento/*=ecommerce,php?
    phpstan/*=type-safety,clean-code? friendsofphp/php-cs-fixer=clean-code
    squizlabs/php_codesniffer=clean-code stripe/stripe-php=ecommerce,third-party-integration?
    monolog/monolog=logging twig/twig=htmx sentry/*=observability slim/slim=php,rest?
    """
)
CRATES = pairs(
    """
    actix-web=rust axum=rust rocket=rust warp=rust hyper=rust tokio=rust,concurrency?
    async-std=concurrency sqlx=sql diesel=hibernate sea-orm=hibernate postgres=postgresql
    tokio-postgres=postgresql mysql=mysql mysql_async=mysql rusqlite=sqlite mongodb=mongodb
    redis=redis rdkafka=kafka lapin=message-queues tonic=grpc prost=grpc
    async-graphql*=graphql juniper=graphql aws-sdk-*=aws aws-config=aws lambda_runtime=serverless
    kube=kubernetes bollard=docker serde_json=json jsonwebtoken=auth oauth2=auth
    argon2=cryptography ring=cryptography rustls=cryptography elasticsearch=elasticsearch
    tokio-tungstenite=websockets tungstenite=websockets utoipa=openapi opentelemetry*=observability
    tracing=logging log=logging prometheus=prometheus solana-*=blockchain anchor-lang=blockchain
    """
)
NUGET = pairs(
    """
    microsoft.aspnetcore.*=dotnet microsoft.entityframeworkcore=dotnet,hibernate?
    microsoft.entityframeworkcore.sqlserver=sqlserver,dotnet?
    microsoft.entityframeworkcore.sqlite=sqlite,dotnet?
    microsoft.entityframeworkcore.*=dotnet,hibernate? npgsql=postgresql npgsql.*=postgresql
    pomelo.entityframeworkcore.mysql=mysql mysql.data=mysql mysqlconnector=mysql
    microsoft.data.sqlclient=sqlserver system.data.sqlclient=sqlserver mongodb.driver=mongodb
    stackexchange.redis=redis microsoft.extensions.caching.stackexchangeredis=redis
    confluent.kafka=kafka rabbitmq.client=message-queues masstransit=message-queues
    masstransit.*=message-queues nservicebus=message-queues azure.messaging.*=azure,message-queues?
    azure.*=azure microsoft.azure.*=azure awssdk.*=aws google.cloud.*=gcp
    swashbuckle.aspnetcore=openapi swashbuckle.*=openapi nswag.*=openapi grpc.*=grpc
    google.protobuf=grpc hotchocolate.*=graphql graphql=graphql graphql.*=graphql
    xunit=pytest,testing? xunit.*=pytest,testing? nunit=pytest,testing? nunit.*=pytest,testing?
    mstest.*=pytest,testing? moq=pytest,testing? selenium.*=selenium microsoft.playwright=selenium
    specflow*=tdd serilog=logging serilog.*=logging nlog=logging nlog.*=logging
    opentelemetry*=observability prometheus-net*=prometheus hangfire*=celery quartz=celery
    dapper=dotnet,sql? automapper=dotnet mediatr=dotnet polly=dotnet,scalability? nest=elasticsearch
    elastic.*=elasticsearch microsoft.identitymodel.*=auth system.identitymodel.tokens.jwt=auth
    duende.identityserver=auth newtonsoft.json=json dbup*=db-migrations fluentmigrator=db-migrations
    """
)
