# make release && docker build -t paddock:0.1.0 .
# docker run --rm -v "$PWD:/project" -u "$(id -u):$(id -g)" paddock:0.1.0
FROM alpine:3.22

# Whoever runs this may not be the owner of the checkout, which git would refuse to read.
RUN apk add --no-cache git \
  && git config --system --add safe.directory '*'

COPY --chmod=755 dist/paddock /usr/local/bin/paddock

WORKDIR /project
ENTRYPOINT ["/usr/local/bin/paddock"]
