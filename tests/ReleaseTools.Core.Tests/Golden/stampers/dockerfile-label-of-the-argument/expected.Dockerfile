FROM a
ARG VERSION=1.4.0-rc.1
LABEL org.opencontainers.image.version=$VERSION
