"""What packages of Node.js are evidence of.

`name=skill,skill?`: the name is evidence of the skills; those with ? it only implies.
A name that ends in * stands for all that begin so.
"""

from planner.domain.reading.manifests.evidence import pairs

NPM = pairs(
    """
    express=express,nodejs? koa=nodejs fastify=nodejs @nestjs/*=nestjs,nodejs?
    typescript=typescript react=react next=react react-native=react,mobile-backend? redux=react
    vue=vue nuxt=vue @angular/core=angular svelte=svelte @sveltejs/kit=svelte htmx.org=htmx
    jquery=htmx tailwindcss=html-css bootstrap=html-css sass=html-css pg=postgresql
    postgres=postgresql mysql2=mysql mongodb=mongodb mongoose=mongodb redis=redis ioredis=redis
    kafkajs=kafka amqplib=message-queues bullmq=celery bull=celery aws-sdk=aws @aws-sdk/*=aws
    aws-cdk-lib=terraform,aws? @google-cloud/*=gcp @azure/*=azure serverless=serverless
    firebase=paas-heroku firebase-admin=paas-heroku graphql=graphql @apollo/*=graphql
    apollo-server=graphql @grpc/grpc-js=grpc jest=pytest,testing? vitest=pytest,testing?
    mocha=pytest,testing? supertest=testing cypress=selenium @playwright/test=selenium
    puppeteer=selenium prisma=hibernate @prisma/client=hibernate typeorm=hibernate
    sequelize=hibernate knex=sql drizzle-orm=hibernate socket.io=websockets ws=websockets
    passport=auth jsonwebtoken=auth next-auth=auth swagger-ui-express=openapi winston=logging
    pino=logging prom-client=prometheus @opentelemetry/*=observability @sentry/*=observability
    webpack=build-tools vite=build-tools esbuild=build-tools eslint=clean-code
    prettier=clean-code openai=llm langchain=llm @elastic/elasticsearch=elasticsearch
    k6=load-testing @types/node=nodejs,typescript? koa-*=nodejs @hapi/*=nodejs @fastify/*=nodejs
    @types/*=typescript ts-node=typescript react-dom=react react-router-dom=react
    @reduxjs/toolkit=react @tanstack/react-query=react gatsby=react expo=react,mobile-backend?
    vuex=vue pinia=vue vue-router=vue @angular/*=angular rxjs=concurrency?
    @ngrx/*=angular ember-source=htmx handlebars=htmx ejs=htmx alpinejs=htmx @mui/*=html-css
    styled-components=html-css less=html-css postcss=html-css mysql=mysql mariadb=mysql
    mssql=sqlserver tedious=sqlserver oracledb=oracle-db sqlite3=sqlite better-sqlite3=sqlite
    neo4j-driver=graph-db cassandra-driver=cassandra amqp-connection-manager=message-queues
    rhea=message-queues mqtt=iot,message-queues? agenda=celery bee-queue=celery
    serverless-*=serverless,aws? aws-lambda=serverless,aws? @pulumi/*=terraform cdktf=terraform
    @supabase/*=paas-heroku,postgresql? @vercel/*=paas-heroku apollo-client=graphql
    @graphql-codegen/*=graphql,typescript? graphql-yoga=graphql graphql-tag=graphql
    @trpc/*=typescript zod=type-safety joi=nodejs @testing-library/*=pytest,react? chai=pytest
    jasmine=pytest karma=pytest sinon=pytest,testing? ava=pytest nyc=testing
    @pact-foundation/*=testing @cucumber/cucumber=tdd selenium-webdriver=selenium
    webdriverio=selenium testcafe=selenium nightwatch=selenium artillery=load-testing
    autocannon=load-testing mikro-orm=hibernate @mikro-orm/*=hibernate objection=hibernate
    socket.io-client=websockets bcrypt=cryptography,auth? bcryptjs=cryptography,auth?
    @auth0/*=auth keycloak-js=auth passport-*=auth express-session=express,auth?
    helmet=security-fundamentals,express? express-rate-limit=express cors=http?
    swagger-jsdoc=openapi morgan=logging bunyan=logging dd-trace=observability
    newrelic=observability rollup=build-tools parcel=build-tools turbo=build-tools nx=build-tools
    gulp=build-tools grunt=build-tools @babel/core=build-tools lerna=build-tools husky=git
    @typescript-eslint/*=clean-code,typescript? storybook=frontend,documentation?
    @storybook/*=frontend,documentation? @langchain/*=llm @anthropic-ai/*=llm ai=llm
    @modelcontextprotocol/*=llm stripe=ecommerce,third-party-integration? @stripe/*=ecommerce
    @sendgrid/mail=third-party-integration twilio=third-party-integration ethers=blockchain
    web3=blockchain hardhat=blockchain ionic=mobile-backend @ionic/*=mobile-backend d3=bi
    chart.js=bi lodash=javascript axios=http? electron=javascript strapi=cms @strapi/*=cms
    contentful=cms soap=soap memcached=redis node-cache=caching lru-cache=caching pm2=deployment
    @nestjs/websockets=nestjs,websockets @nestjs/swagger=nestjs,openapi
    @nestjs/typeorm=nestjs,hibernate @nestjs/sequelize=nestjs,hibernate
    @nestjs/mongoose=nestjs,mongodb @nestjs/jwt=nestjs,auth @nestjs/passport=nestjs,auth
    @nestjs/graphql=nestjs,graphql @nestjs/apollo=nestjs,graphql
    @nestjs/microservices=nestjs,microservices? @nestjs/bull*=nestjs,celery
    @nestjs/platform-express=nestjs,express @nestjs/testing=nestjs,testing?
    @nestjs/terminus=nestjs,observability? pg-promise=postgresql @types/pg=postgresql,typescript?
    @types/express=express,typescript? @types/react=react,typescript?
    @types/jest=pytest,typescript? ts-jest=pytest,typescript? newman=postman
    playwright=selenium @vue/*=vue @vueuse/*=vue @sveltejs/*=svelte @remix-run/*=react
    @tanstack/react-*=react react-*=react @react-*=react express-*=express,nodejs? hono=nodejs
    @hono/*=nodejs elysia=nodejs apollo-server-*=graphql @neondatabase/*=postgresql
    @elastic/*=elasticsearch @aws-cdk/*=terraform,aws? @google/generative-ai=llm
    @google/genai=llm crypto-js=cryptography argon2=cryptography,auth?
    dockerode=docker @kubernetes/client-node=kubernetes
    """
)
