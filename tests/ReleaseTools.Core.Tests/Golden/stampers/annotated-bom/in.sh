VERSION=0.1.0
VERSION=0.1.0 # x-release-version
URL="https://example.com/v0.1.0/app-0.1.0.tgz" # x-release-please-version
# x-release-start-version
 a: 0.1.0, 0.1.0
 nothing
 b: v0.1.0
# x-release-end
c: 0.1.0
