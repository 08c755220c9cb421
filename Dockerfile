# SPDX-License-Identifier: Apache-2.0
# The bridge as a small image: built in one stage, run in another, not as root.
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS build
WORKDIR /source
COPY script/setup script/
RUN script/setup
COPY CMakeLists.txt CMakePresets.json ./
COPY bridge bridge
COPY mappings mappings
RUN cmake --preset release -DBRIDGE_TESTS=OFF \
 && cmake --build --preset release --target infusion-bridge \
 && strip --strip-debug build/release/infusion-bridge
# Which packages hold the shared libraries that it needs: found, not listed by hand. tzdata is no
# library: it has the clock changes of the site (time_zone).
RUN ldd build/release/infusion-bridge | awk '/=> \// {print $3}' | xargs -n 1 readlink -f \
  | sed 's#^/lib/#/usr/lib/#; s#^#*#' | xargs -n 1 dpkg-query -S | cut -d: -f1 | sort -u > packages \
 && echo tzdata >> packages

FROM ${BASE}
COPY --from=build /source/packages /tmp/packages
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive xargs apt-get install -y -qq --no-install-recommends \
      < /tmp/packages \
 && rm -rf /var/lib/apt/lists/* /tmp/packages \
 && useradd --system --uid 900 --home-dir /var/lib/infusion-bridge bridge \
 && install -d -m 0700 -o bridge -g bridge /var/lib/infusion-bridge
COPY --from=build /source/build/release/infusion-bridge /usr/bin/infusion-bridge
COPY mappings /usr/share/infusion-bridge/mappings
COPY samples/demonstration /usr/share/infusion-bridge/samples/demonstration
USER bridge
WORKDIR /var/lib/infusion-bridge
# MLLP from the EHR, MLLP from the pump gateway, HTTP.
EXPOSE 2575 2576 8080
# The journal: what was accepted, decided and sent.
VOLUME /var/lib/infusion-bridge
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s CMD ["infusion-bridge", "health"]
ENTRYPOINT ["infusion-bridge"]
# A hospital mounts its own: serve --config /etc/infusion-bridge/infusion-bridge.json
CMD ["serve", "--demo"]
