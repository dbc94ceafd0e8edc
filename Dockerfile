# Needs nothing but this folder: builds the application, and an image that runs it as an ordinary user.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
# The wrapper takes this Maven; it is in the distribution of the image, so no download is to be checked.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends maven >/dev/null && rm -rf /var/lib/apt/lists/*
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
# Checks belong to ./mvnw verify, not here.
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true -Dspring-javaformat.validate.skip=true package \
	&& java -Djarmode=tools -jar target/mandate-*.jar extract --layers --application-filename mandate.jar --destination layers \
	&& rm -f layers/dependencies/lib/embedded-postgres-binaries-*darwin* layers/dependencies/lib/embedded-postgres-binaries-*windows* \
		layers/dependencies/lib/embedded-postgres-binaries-*alpine*

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 mandate \
	&& useradd --system --uid 10001 --gid mandate --home-dir /application --shell /usr/sbin/nologin mandate
WORKDIR /application
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# Runs well in a container of 512 MB. Overridden by setting the variable; the recorded start (below) serves only the same collector
# and the same options of the module system. The record is mapped where it was made for, so that its 140 MB stay pages of a file that
# the system may drop; moved elsewhere they would count as the container's own memory.
ENV JDK_JAVA_OPTIONS="-Xmx256m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
RUN install --directory --owner=mandate --group=mandate start
USER 10001:10001
# One start with an embedded database, recorded, halves the work of every later start. Without the record it starts all the same.
RUN java -XX:AOTCacheOutput=start/mandate.aot -Dspring.context.exit=onRefresh -jar mandate.jar --mandate.data-directory=/tmp/data >/tmp/log 2>&1 \
	|| { tail -n 20 /tmp/log; echo "The start could not be recorded"; }; rm -rf /tmp/data /tmp/log
EXPOSE 8080
# Bash, for the image need not have curl.
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["bash", "-c", \
	"exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200'* ]]"]
# The record holds objects that need some megabytes of heap at once. Without -Xms the first heap is a 64th of the container's memory, and
# Java ends instead of going on without the record.
ENTRYPOINT ["java", "-Xms64m", "-XX:AOTCache=start/mandate.aot", "-jar", "mandate.jar"]
