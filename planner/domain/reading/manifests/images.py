"""What container images and actions of GitHub are evidence of.

`name=skill,skill?`: the name is evidence of the skills; those with ? it only implies.
A name that ends in * stands for all that begin so.
"""

from planner.domain.reading.manifests.evidence import pairs

IMAGES = pairs(
    """
    python=python node=nodejs golang=go rust=rust ruby=ruby php=php openjdk=java
    eclipse-temurin=java amazoncorretto=java mcr.microsoft.com/dotnet/*=dotnet
    postgres=postgresql postgis/postgis=postgresql timescale/timescaledb=postgresql mysql=mysql
    mariadb=mysql mongo=mongodb redis=redis valkey/valkey=redis memcached=redis
    rabbitmq=message-queues nats=message-queues confluentinc/cp-kafka=kafka bitnami/kafka=kafka
    apache/kafka=kafka elasticsearch=elasticsearch
    docker.elastic.co/elasticsearch/*=elasticsearch opensearchproject/opensearch=elasticsearch
    nginx=web-servers traefik=web-servers caddy=web-servers httpd=web-servers
    grafana/grafana=prometheus prom/prometheus=prometheus grafana/loki=logging
    jaegertracing/*=observability otel/opentelemetry-collector*=observability
    clickhouse/clickhouse-server=clickhouse neo4j=graph-db cassandra=cassandra
    quay.io/keycloak/keycloak=auth hashicorp/vault=cryptography jenkins/jenkins=jenkins
    localstack/localstack=aws sonarqube=clean-code python/*=python ghcr.io/astral-sh/uv=python
    pypy=python node/*=nodejs oven/bun=nodejs denoland/deno=nodejs amazoncorretto/*=java
    maven=java,build-tools? gradle=java,build-tools? gcr.io/distroless/java*=java
    gcr.io/distroless/python*=python gcr.io/distroless/nodejs*=nodejs elixir=elixir erlang=elixir
    swift=swift perl=perl clojure=clojure r-base=r-lang rocker/*=r-lang
    pgvector/pgvector=postgresql bitnami/postgresql=postgresql supabase/postgres=postgresql
    percona=mysql mcr.microsoft.com/mssql/*=sqlserver gvenzl/oracle-*=oracle-db
    mongo-express=mongodb bitnami/redis=redis redis/redis-stack=redis
    bitnami/rabbitmq=message-queues apache/activemq*=message-queues
    eclipse-mosquitto=message-queues,iot? bitnami/zookeeper=kafka confluentinc/*=kafka
    redpandadata/redpanda=kafka docker.redpanda.com/*=kafka kibana=logging
    docker.elastic.co/kibana/*=logging docker.elastic.co/logstash/*=logging solr=elasticsearch
    getmeili/meilisearch=elasticsearch nginxinc/*=web-servers haproxy=web-servers
    tomcat=web-servers,java? envoyproxy/envoy=web-servers,microservices? kong=web-servers
    grafana/tempo=observability influxdb=observability quay.io/prometheus/*=prometheus
    jaegertracing/all-in-one=observability datadog/agent=observability scylladb/scylla=cassandra
    amazon/dynamodb-local=dynamodb,aws? minio/minio=aws apache/airflow=data-engineering
    apache/spark=spark bitnami/spark=spark jupyter/*=pandas trinodb/trino=spark
    vault=cryptography consul=microservices hashicorp/terraform=terraform alpine/helm=helm
    docker=docker gitlab/gitlab-ce=git sonarqube/*=clean-code wordpress=cms,php? ghost=cms
    selenium/*=selenium mcr.microsoft.com/playwright=selenium hasura/graphql-engine=graphql
    ollama/ollama=llm qdrant/qdrant=llm chromadb/chroma=llm public.ecr.aws/*=aws
    public.ecr.aws/lambda/*=serverless,aws? ubuntu=linux debian=linux alpine=linux
    rockylinux=linux swaggerapi/*=openapi grafana/k6=load-testing flyway/flyway=db-migrations
    liquibase/liquibase=db-migrations bash=bash alpine/git=git
    tiangolo/uvicorn-gunicorn-fastapi=fastapi cimg/python=python cimg/node=nodejs cimg/go=go
    cimg/openjdk=java
    bitnami/mongodb=mongodb bitnami/mysql=mysql bitnami/mariadb=mysql bitnami/nginx=web-servers
    bitnami/elasticsearch=elasticsearch wurstmeister/kafka=kafka wurstmeister/zookeeper=kafka
    microsoft/dotnet*=dotnet microsoft/mssql-*=sqlserver
    google/cloud-sdk*=gcp amazon/aws-cli=aws mcr.microsoft.com/azure-cli=azure
    bitnami/kubectl=kubernetes openzipkin/zipkin=observability prom/*=prometheus
    grafana/*=prometheus
    """
)
ACTIONS = pairs(
    """
    docker/*=docker aws-actions/*=aws azure/*=azure google-github-actions/*=gcp
    hashicorp/setup-terraform=terraform actions/setup-python=python actions/setup-node=nodejs
    actions/setup-java=java actions/setup-go=go actions/setup-dotnet=dotnet helm/*=helm
    github/codeql-action/*=security-fundamentals aquasecurity/trivy-action=security-fundamentals
    sonarsource/*=clean-code codecov/codecov-action=testing argoproj/*=gitops
    ruby/setup-ruby=ruby shivammathur/setup-php=php erlef/setup-beam=elixir
    dtolnay/rust-toolchain=rust actions-rs/*=rust actions-rust-lang/*=rust
    astral-sh/setup-uv=python pypa/gh-action-pypi-publish=python gradle/*=build-tools,java?
    pnpm/action-setup=nodejs,build-tools? oven-sh/setup-bun=nodejs
    golangci/golangci-lint-action=go,clean-code? goreleaser/goreleaser-action=go,deployment?
    psf/black=python,clean-code? microsoft/playwright-github-action=selenium
    cypress-io/github-action=selenium hashicorp/*=terraform pulumi/actions=terraform
    snyk/*=security-fundamentals github/super-linter=clean-code
    super-linter/super-linter=clean-code azure/setup-helm=helm azure/k8s-*=kubernetes
    azure/setup-kubectl=kubernetes fluxcd/*=gitops superfly/*=paas-heroku
    amondnet/vercel-action=paas-heroku firebaseextended/*=paas-heroku
    stefanzweifel/git-auto-commit-action=git grafana/k6-action=load-testing
    """
)
