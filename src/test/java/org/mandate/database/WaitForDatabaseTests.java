package org.mandate.database;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandate.Mandate;

import static org.assertj.core.api.Assertions.assertThat;

class WaitForDatabaseTests {

	@Test
	void answersUntilTheDatabaseDoesAndThenStarts(@TempDir Path folder) throws Exception {
		try (Door door = new Door(TestDatabase.address())) {
			int port = ChildProcess.freePort();
			List<String> arguments = new ArrayList<>(TestDatabase.settings(door.port()));
			arguments.add("--server.port=" + port);
			try (ChildProcess application = ChildProcess.start(folder.resolve("log"), Mandate.class, arguments);
					HttpClient client = HttpClient.newHttpClient()) {
				HttpResponse<String> down = get(client, port, "/10q/sign-in", 503);
				assertThat(down.headers().firstValue("Retry-After")).contains("10");
				assertThat(down.body()).contains("Mandate is not available at the moment");
				assertThat(application.lines())
					.filteredOn((line) -> line.contains("The database does not answer") || line.startsWith("\tat "))
					.hasSize(1);
				assertThat(get(client, port, "/assets/mandate/mandate.css", 200).body()).contains("{");
				assertThat(get(client, port, "/assets/../application.yaml", 503).body()).doesNotContain("datasource");
				door.open();
				assertThat(get(client, port, "/actuator/health/readiness", 200).body()).contains("UP");
				assertThat(application.isAlive()).isTrue();
				application.await((line) -> line.contains("The database answers; starting"));
			}
		}
	}

	private static HttpResponse<String> get(HttpClient client, int port, String path, int status) throws Exception {
		Instant end = Instant.now().plus(Duration.ofSeconds(150));
		while (true) {
			try {
				HttpResponse<String> response = client.send(
						HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
						HttpResponse.BodyHandlers.ofString());
				if (response.statusCode() == status || Instant.now().isAfter(end)) {
					assertThat(response.statusCode()).isEqualTo(status);
					return response;
				}
			}
			catch (ConnectException ex) {
				if (Instant.now().isAfter(end)) {
					throw ex;
				}
			}
			Thread.sleep(100);
		}
	}

}
