"""What packages of Python are evidence of.

`name=skill,skill?`: the name is evidence of the skills; those with ? it only implies.
A name that ends in * stands for all that begin so.
"""

from planner.domain.reading.manifests.evidence import pairs

PYPI = pairs(
    """
    django=django,python? djangorestframework=django,rest? drf-spectacular=openapi
    django-ninja=django,rest? flask=flask,python? fastapi=fastapi,python? starlette=fastapi
    aiohttp=python,concurrency? celery=celery dramatiq=celery rq=celery sqlalchemy=hibernate,sql?
    tortoise-orm=hibernate peewee=hibernate alembic=db-migrations psycopg=postgresql
    psycopg2=postgresql psycopg2-binary=postgresql asyncpg=postgresql mysqlclient=mysql
    pymysql=mysql pymongo=mongodb motor=mongodb mongoengine=mongodb beanie=mongodb redis=redis
    django-redis=redis,caching? pymemcache=redis elasticsearch=elasticsearch
    opensearch-py=elasticsearch kafka-python=kafka confluent-kafka=kafka aiokafka=kafka
    pika=message-queues aio-pika=message-queues kombu=message-queues boto3=aws aioboto3=aws
    aws-cdk-lib=terraform,aws? google-cloud-*=gcp azure-*=azure pulumi=terraform ansible=ansible
    ansible-core=ansible kubernetes=kubernetes docker=docker pytest=pytest,testing?
    pytest-django=pytest,django? hypothesis=testing tox=testing factory-boy=testing behave=tdd
    selenium=selenium playwright=selenium locust=load-testing pandas=pandas numpy=pandas
    polars=pandas scikit-learn=ml tensorflow=ml torch=ml xgboost=ml mlflow=mlops bentoml=mlops
    openai=llm anthropic=llm langchain=llm llama-index=llm pgvector=llm,postgresql? grpcio=grpc
    protobuf=grpc graphene=graphql graphene-django=graphql strawberry-graphql=graphql
    ariadne=graphql channels=websockets websockets=websockets python-socketio=websockets
    gunicorn=web-servers? uvicorn=web-servers? uwsgi=web-servers prometheus-client=prometheus
    django-prometheus=prometheus opentelemetry-*=observability sentry-sdk=observability
    ddtrace=observability structlog=logging loguru=logging pyjwt=auth authlib=auth
    python-jose=auth django-allauth=auth djangorestframework-simplejwt=auth
    social-auth-app-django=auth cryptography=cryptography hvac=cryptography
    bandit=security-fundamentals mypy=type-safety pyright=type-safety ruff=clean-code
    black=clean-code flake8=clean-code pylint=clean-code apache-airflow=data-engineering
    dagster=data-engineering prefect=data-engineering dbt-core=data-engineering pyspark=spark
    clickhouse-driver=clickhouse clickhouse-connect=clickhouse
    snowflake-connector-python=clickhouse google-cloud-bigquery=clickhouse,gcp? neo4j=graph-db
    cassandra-driver=cassandra jinja2=htmx django-htmx=htmx wagtail=cms web3=blockchain
    stripe=ecommerce,third-party-integration? zeep=soap mkdocs=documentation sphinx=documentation
    django-environ=django django-filter=django django-cors-headers=django
    django-debug-toolbar=django django-extensions=django django-storages=django
    django-celery-beat=celery django-celery-results=celery channels-redis=websockets,redis?
    daphne=websockets flask-sqlalchemy=flask,hibernate? flask-restful=flask,rest?
    flask-login=flask,auth? flask-cors=flask pydantic=fastapi sqlmodel=hibernate,fastapi?
    sanic=python tornado=python,concurrency? bottle=python pyramid=python falcon=python,rest?
    litestar=python httpx=http? requests=http? trio=concurrency huey=celery apscheduler=celery
    mysql-connector-python=mysql oracledb=oracle-db cx-oracle=oracle-db pyodbc=sqlserver?
    pymssql=sqlserver databases=sql psycopg-binary=postgresql psycopg-pool=postgresql
    elasticsearch-dsl=elasticsearch hiredis=redis nats-py=message-queues aiobotocore=aws
    botocore=aws chalice=serverless,aws? mangum=serverless zappa=serverless moto=aws,testing?
    localstack=aws pytest-cov=pytest,testing? pytest-asyncio=pytest,concurrency?
    pytest-xdist=pytest pytest-mock=pytest coverage=testing nox=testing responses=testing
    testcontainers=testing,docker? robotframework=selenium schemathesis=testing,openapi?
    lightgbm=ml catboost=ml keras=ml tensorflow-cpu=ml torchvision=ml transformers=llm,ml?
    sentence-transformers=llm spacy=ml nltk=ml opencv-python=ml scipy=pandas matplotlib=pandas
    seaborn=pandas dask=pandas jupyter=pandas jupyterlab=pandas notebook=pandas plotly=pandas,bi?
    streamlit=pandas qdrant-client=llm chromadb=llm pinecone=llm faiss-cpu=llm langchain-*=llm
    langgraph=llm litellm=llm tiktoken=llm mcp=llm grpcio-tools=grpc gevent=concurrency
    eventlet=concurrency hypercorn=web-servers whitenoise=web-servers newrelic=observability
    statsd=observability python-json-logger=logging oauthlib=auth requests-oauthlib=auth
    argon2-cffi=cryptography,auth? bcrypt=cryptography passlib=cryptography,auth?
    pip-audit=security-fundamentals safety=security-fundamentals isort=clean-code
    pre-commit=clean-code types-*=type-safety beartype=type-safety
    great-expectations=data-engineering dbt-*=data-engineering apache-airflow-*=data-engineering
    luigi=data-engineering scrapy=data-engineering delta-spark=spark databricks-*=spark
    duckdb=clickhouse influxdb-client=observability scylla-driver=cassandra py2neo=graph-db
    neomodel=graph-db django-oscar=ecommerce braintree=ecommerce twilio=third-party-integration
    sendgrid=third-party-integration spyne=soap lxml=xml defusedxml=xml,security-fundamentals?
    xmltodict=xml pyyaml=json? wagtail-*=cms django-cms=cms paho-mqtt=iot,message-queues?
    fabric=deployment salt=ansible troposphere=terraform,aws? python-jenkins=jenkins pygithub=git?
    strawberry-graphql-*=graphql djangorestframework-*=django,rest? django-rq=celery,django?
    flask-*=flask django-*=django fastapi-*=fastapi google-api-python-client=gcp
    google-generativeai=llm google-genai=llm flower=celery pytest-*=pytest azure=azure
    psycopg2cffi=postgresql aiomysql=mysql aiosqlite=sqlite python-oracledb=oracle-db
    influxdb=observability? pyathena=aws,clickhouse? pyhive=spark impyla=spark trino=spark
    vertica-python=clickhouse simple-salesforce=salesforce-sap ldap3=auth pysaml2=auth
    python-arango=graph-db pydgraph=graph-db thrift=grpc? redis-om=redis
    """
)
