FROM a
ARG VERSION=0.1.0
LABEL org.opencontainers.image.version=$VERSION
