"""What artefacts of Maven and modules of Go are evidence of.

`name=skill,skill?`: the name is evidence of the skills; those with ? it only implies.
A name that ends in * stands for all that begin so.
"""

from planner.domain.reading.manifests.evidence import pairs

MAVEN = pairs(
    """
    org.springframework.boot:*=spring-boot,spring?,java? org.springframework:*=spring,java?
    org.springframework.security:*=spring,auth? org.springframework.cloud:*=spring,microservices?
    org.springframework.kafka:*=kafka,spring? org.hibernate*:*=hibernate org.mybatis*:*=hibernate
    org.jooq:*=hibernate org.postgresql:*=postgresql com.mysql:*=mysql mysql:*=mysql
    com.microsoft.sqlserver:*=sqlserver com.oracle.database.jdbc:*=oracle-db
    org.mongodb:*=mongodb redis.clients:*=redis io.lettuce:*=redis org.apache.kafka:*=kafka
    com.rabbitmq:*=message-queues com.amazonaws:*=aws software.amazon.awssdk:*=aws
    com.google.cloud:*=gcp com.azure:*=azure junit:*=pytest,testing?
    org.junit.jupiter:*=pytest,testing? org.mockito:*=pytest,testing?
    org.testcontainers:*=testing,docker? io.cucumber:*=tdd org.seleniumhq.selenium:*=selenium
    org.flywaydb:*=db-migrations org.liquibase:*=db-migrations io.micrometer:*=observability
    io.opentelemetry:*=observability io.grpc:*=grpc com.graphql-java:*=graphql
    org.springdoc:*=openapi org.jetbrains.kotlin:*=kotlin io.ktor:*=ktor,kotlin?
    io.quarkus:*=quarkus io.micronaut:*=quarkus io.vertx:*=quarkus jakarta.*:*=java-ee
    javax.*:*=java-ee org.elasticsearch*:*=elasticsearch org.apache.spark:*=spark
    org.apache.logging.log4j:*=logging ch.qos.logback:*=logging io.jsonwebtoken:*=auth
    org.keycloak:*=auth org.scala-lang:*=scala com.typesafe.akka:*=scala org.clojure:*=clojure
    io.gatling:*=load-testing com.h2database:*=sql org.mariadb.jdbc:*=mysql
    org.projectlombok:*=java org.apache.camel*:*=third-party-integration
    com.fasterxml.jackson*:*=json com.google.code.gson:*=json org.aspectj:*=java
    org.assertj:*=pytest,testing? org.hamcrest:*=pytest,testing? org.testng:*=pytest,testing?
    io.rest-assured:*=postman,testing? org.apache.activemq:*=message-queues
    org.springframework.amqp:*=message-queues,spring?
    org.springframework.data:*=spring,hibernate?
    org.springframework.batch:*=spring,data-engineering? org.apache.flink:*=spark
    org.apache.hadoop:*=spark org.apache.cassandra:*=cassandra com.datastax*:*=cassandra
    org.neo4j*:*=graph-db com.hazelcast:*=redis,caching? com.github.ben-manes.caffeine:*=caching
    net.sf.ehcache:*=caching com.netflix.*:*=microservices
    io.github.resilience4j:*=microservices,scalability? io.swagger*:*=openapi
    org.openapitools:*=openapi com.google.protobuf:*=grpc org.apache.cxf:*=soap
    org.apache.tomcat*:*=web-servers org.eclipse.jetty*:*=web-servers io.prometheus:*=prometheus
    org.slf4j:*=logging com.stripe:*=ecommerce org.apache.airflow:*=data-engineering
    org.apache.kafka.*:*=kafka io.projectreactor*:*=concurrency io.reactivex*:*=concurrency
    org.bouncycastle:*=cryptography com.auth0:*=auth ca.uhn.hapi.fhir:*=healthtech
    org.apache.poi:*=java dev.langchain4j:*=llm org.springframework.ai:*=llm,spring?
    org.scalatest:*=pytest,scala? org.apache.avro:*=grpc org.thymeleaf:*=htmx
    com.microsoft.azure:*=azure org.apache.maven*:*=build-tools
    org.springframework.boot:spring-boot-starter-data-jpa=spring-boot,hibernate,spring?,java?
    org.springframework.boot:spring-boot-starter-data-jdbc=spring-boot,sql?,spring?,java?
    org.springframework.boot:spring-boot-starter-jdbc=spring-boot,sql?,spring?,java?
    org.springframework.boot:spring-boot-starter-data-mongodb*=spring-boot,mongodb,spring?,java?
    org.springframework.boot:spring-boot-starter-data-redis*=spring-boot,redis,spring?,java?
    org.springframework.boot:spring-boot-starter-data-elasticsearch=spring-boot,elasticsearch
    org.springframework.boot:spring-boot-starter-data-cassandra*=spring-boot,cassandra,spring?
    org.springframework.boot:spring-boot-starter-data-neo4j=spring-boot,graph-db,spring?,java?
    org.springframework.boot:spring-boot-starter-security=spring-boot,auth,spring?,java?
    org.springframework.boot:spring-boot-starter-oauth2*=spring-boot,auth,spring?,java?
    org.springframework.boot:spring-boot-starter-amqp=spring-boot,message-queues,spring?,java?
    org.springframework.boot:spring-boot-starter-websocket=spring-boot,websockets,spring?,java?
    org.springframework.boot:spring-boot-starter-graphql=spring-boot,graphql,spring?,java?
    org.springframework.boot:spring-boot-starter-test=spring-boot,pytest?,testing?,spring?,java?
    org.springframework.boot:spring-boot-starter-actuator=spring-boot,observability?,spring?,java?
    org.springframework.boot:spring-boot-starter-cache=spring-boot,caching?,spring?,java?
    org.springframework.boot:spring-boot-starter-thymeleaf=spring-boot,htmx,spring?,java?
    org.springframework.boot:spring-boot-starter-batch=spring-boot,data-engineering?,spring?,java?
    org.springframework.cloud:spring-cloud-stream-binder-kafka*=kafka,spring,microservices?
    org.springframework.cloud:spring-cloud-stream-binder-rabbit*=message-queues,spring
    org.springframework.cloud:spring-cloud-starter-kubernetes*=kubernetes,spring,microservices?
    org.springframework.cloud:spring-cloud-starter-aws*=aws,spring
    io.awspring.*:*=aws,spring? com.google.cloud.sql:*=gcp,sql?
    org.springframework.data:spring-data-mongodb=spring,mongodb
    org.springframework.data:spring-data-redis=spring,redis
    io.micrometer:micrometer-registry-prometheus=prometheus,observability?
    io.quarkus:quarkus-hibernate*=quarkus,hibernate
    io.quarkus:quarkus-jdbc-postgresql=quarkus,postgresql
    io.quarkus:quarkus-reactive-pg-client=quarkus,postgresql
    io.quarkus:quarkus-jdbc-mysql=quarkus,mysql io.quarkus:quarkus-jdbc-mariadb=quarkus,mysql
    io.quarkus:quarkus-reactive-mysql-client=quarkus,mysql
    io.quarkus:quarkus-jdbc-mssql=quarkus,sqlserver io.quarkus:quarkus-jdbc-oracle=quarkus,oracle-db
    io.quarkus:quarkus-mongodb*=quarkus,mongodb io.quarkus:quarkus-redis*=quarkus,redis
    io.quarkus:quarkus-elasticsearch*=quarkus,elasticsearch io.quarkus:quarkus-kafka*=quarkus,kafka
    io.quarkus:quarkus-messaging-kafka=quarkus,kafka
    io.quarkus:quarkus-smallrye-reactive-messaging-kafka=quarkus,kafka
    io.quarkus:quarkus-messaging-rabbitmq=quarkus,message-queues
    io.quarkus:quarkus-smallrye-reactive-messaging-rabbitmq=quarkus,message-queues
    io.quarkus:quarkus-smallrye-openapi=quarkus,openapi
    io.quarkus:quarkus-smallrye-graphql*=quarkus,graphql
    io.quarkus:quarkus-smallrye-jwt*=quarkus,auth io.quarkus:quarkus-oidc*=quarkus,auth
    io.quarkus:quarkus-grpc=quarkus,grpc io.quarkus:quarkus-websockets*=quarkus,websockets
    io.quarkus:quarkus-flyway=quarkus,db-migrations
    io.quarkus:quarkus-liquibase=quarkus,db-migrations
    io.quarkus:quarkus-junit5*=quarkus,pytest,testing? io.quarkus:quarkus-kotlin=quarkus,kotlin
    io.quarkus:quarkus-micrometer-registry-prometheus=quarkus,prometheus
    io.micronaut.sql:*=quarkus,sql? io.micronaut.data:*=quarkus,hibernate?
    io.micronaut.kafka:*=quarkus,kafka io.micronaut.*:*=quarkus org.xerial:sqlite-jdbc=sqlite
    org.mockito.kotlin:*=pytest,kotlin? io.kotest:*=pytest,kotlin? io.mockk:*=pytest,kotlin?
    org.jetbrains.kotlinx:*=kotlin org.jetbrains.exposed:*=hibernate,kotlin?
    com.squareup.*:*=java? androidx.*:*=mobile-backend
    """
)
GO = pairs(
    """
    github.com/gin-gonic/gin=go-web github.com/labstack/echo=go-web
    github.com/gofiber/fiber=go-web github.com/go-chi/chi=go-web github.com/gorilla/mux=go-web
    github.com/lib/pq=postgresql github.com/jackc/pgx=postgresql
    github.com/go-sql-driver/mysql=mysql go.mongodb.org/mongo-driver=mongodb
    github.com/redis/go-redis=redis github.com/go-redis/redis=redis
    github.com/segmentio/kafka-go=kafka github.com/ibm/sarama=kafka
    github.com/shopify/sarama=kafka github.com/confluentinc/confluent-kafka-go=kafka
    github.com/rabbitmq/amqp091-go=message-queues github.com/nats-io/nats.go=message-queues
    github.com/aws/aws-sdk-go=aws github.com/aws/aws-sdk-go-v2=aws cloud.google.com/go=gcp
    github.com/azure/azure-sdk-for-go=azure google.golang.org/grpc=grpc
    google.golang.org/protobuf=grpc github.com/99designs/gqlgen=graphql gorm.io/gorm=hibernate
    github.com/stretchr/testify=pytest,testing? github.com/prometheus/client_golang=prometheus
    go.opentelemetry.io/otel=observability k8s.io/client-go=kubernetes k8s.io/api=kubernetes
    sigs.k8s.io/controller-runtime=kubernetes github.com/golang-jwt/jwt=auth
    github.com/golang-migrate/migrate=db-migrations go.uber.org/zap=logging
    github.com/sirupsen/logrus=logging github.com/gorilla/websocket=websockets
    github.com/hashicorp/vault=cryptography github.com/elastic/go-elasticsearch=elasticsearch
    github.com/clickhouse/clickhouse-go=clickhouse github.com/spf13/cobra=go
    github.com/spf13/viper=go github.com/gorilla/sessions=go-web,auth?
    github.com/beego/beego=go-web github.com/valyala/fasthttp=go-web
    github.com/go-kit/kit=go-web,microservices? github.com/go-kratos/kratos=go-web,microservices?
    github.com/jmoiron/sqlx=sql github.com/volatiletech/sqlboiler=hibernate,sql?
    entgo.io/ent=hibernate github.com/mattn/go-sqlite3=sqlite modernc.org/sqlite=sqlite
    github.com/denisenkom/go-mssqldb=sqlserver github.com/microsoft/go-mssqldb=sqlserver
    github.com/gocql/gocql=cassandra github.com/neo4j/neo4j-go-driver=graph-db
    github.com/nats-io/stan.go=message-queues github.com/streadway/amqp=message-queues
    github.com/twmb/franz-go=kafka github.com/hibiken/asynq=celery go.temporal.io/sdk=celery
    github.com/aws/aws-lambda-go=serverless,aws? github.com/aws/aws-cdk-go=terraform,aws?
    github.com/hashicorp/terraform-plugin-sdk=terraform github.com/pulumi/pulumi=terraform
    github.com/docker/docker=docker k8s.io/apimachinery=kubernetes helm.sh/helm=helm
    github.com/argoproj/argo-cd=gitops github.com/grpc-ecosystem/grpc-gateway=grpc,rest?
    connectrpc.com/connect=grpc github.com/graphql-go/graphql=graphql
    github.com/swaggo/swag=openapi github.com/getkin/kin-openapi=openapi
    github.com/onsi/ginkgo=pytest,tdd? github.com/golang/mock=pytest,testing?
    go.uber.org/mock=pytest,testing? github.com/testcontainers/testcontainers-go=testing,docker?
    github.com/datadog/dd-trace-go=observability github.com/getsentry/sentry-go=observability
    github.com/rs/zerolog=logging github.com/coreos/go-oidc=auth golang.org/x/oauth2=auth
    golang.org/x/crypto=cryptography github.com/pressly/goose=db-migrations
    github.com/redis/rueidis=redis github.com/bradfitz/gomemcache=redis
    github.com/elastic/elastic-agent=elasticsearch github.com/olivere/elastic=elasticsearch
    github.com/opensearch-project/opensearch-go=elasticsearch github.com/tmc/langchaingo=llm
    github.com/ethereum/go-ethereum=blockchain github.com/stripe/stripe-go=ecommerce
    github.com/dgrijalva/jwt-go=auth github.com/jinzhu/gorm=hibernate
    cloud.google.com/go/firestore=gcp,dynamodb? cloud.google.com/go/bigquery=gcp,clickhouse
    cloud.google.com/go/pubsub=gcp,message-queues gorm.io/driver/postgres=postgresql,hibernate?
    gorm.io/driver/mysql=mysql,hibernate? gorm.io/driver/sqlite=sqlite,hibernate?
    gorm.io/driver/sqlserver=sqlserver,hibernate? github.com/deepmap/oapi-codegen=openapi
    github.com/oapi-codegen/oapi-codegen=openapi github.com/golang/protobuf=grpc
    gopkg.in/gin-gonic/gin.v1=go-web github.com/spf13/afero=go github.com/uptrace/bun=hibernate,sql?
    github.com/julienschmidt/httprouter=go-web github.com/urfave/negroni=go-web
    github.com/garyburd/redigo=redis github.com/gomodule/redigo=redis gopkg.in/mgo.v2=mongodb
    nhooyr.io/websocket=websockets github.com/coder/websocket=websockets
    """
)
GRADLE_PLUGINS = pairs(
    """
    java=java java-library=java groovy=java? scala=scala application=java? kotlin=kotlin
    org.springframework.boot=spring-boot,spring? org.jetbrains.kotlin.*=kotlin jvm=kotlin
    android=kotlin,mobile-backend? multiplatform=kotlin plugin.spring=kotlin,spring?
    plugin.jpa=kotlin,hibernate? com.android.*=mobile-backend io.quarkus=quarkus
    io.micronaut.*=quarkus io.ktor.plugin=ktor,kotlin? com.google.protobuf=grpc
    org.flywaydb.flyway=db-migrations org.liquibase.gradle=db-migrations
    org.openapi.generator=openapi org.sonarqube=clean-code io.gitlab.arturbosch.detekt=clean-code
    com.diffplug.spotless=clean-code jacoco=testing com.google.cloud.tools.jib=docker
    nu.studer.jooq=hibernate
    """
)
