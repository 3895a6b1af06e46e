VERSION=0.1.0
VERSION=1.4.0-rc.1 # x-release-version
URL="https://example.com/v1.4.0-rc.1/app-0.1.0.tgz" # x-release-please-version
# x-release-start-version
 a: 1.4.0-rc.1, 0.1.0
 nothing
 b: v1.4.0-rc.1
# x-release-end
c: 0.1.0
