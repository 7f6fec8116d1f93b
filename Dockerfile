# Lexigram for a school's server: docker compose up. The sandbox listens on loopback only, so try it with `make run`.
FROM python:3.13-slim AS build
WORKDIR /lexigram
COPY requirements requirements
RUN python requirements/install.py run

FROM python:3.13-slim
RUN useradd --system --uid 10001 lexigram && install --directory --owner lexigram /lexigram/data
WORKDIR /lexigram
COPY --from=build /lexigram/.venv .venv
COPY . .
USER lexigram
VOLUME /lexigram/data
ENV PATH=/lexigram/.venv/bin:$PATH PYTHONUNBUFFERED=1
CMD ["python", "-m", "bot"]
