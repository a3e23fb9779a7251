# Not built where this project is developed (no container engine there): reports are welcome.
FROM python:3.13-slim AS build
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
# Any values do for collecting static files; the real ones come with the container.
RUN DEBUG=0 SECRET_KEY=build-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH ALLOWED_HOSTS=localhost \
    EMAIL_URL=smtp://localhost /venv/bin/python manage.py collectstatic --no-input -v 0

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 waymark && install --directory --owner=waymark /erased
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build --chown=waymark /app /app
USER waymark
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--bind=0.0.0.0:8000", "--workers=2", "--threads=4", \
     "--timeout=15", "--graceful-timeout=10", "--max-requests=2000", "--max-requests-jitter=200"]
