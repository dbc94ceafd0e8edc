package org.mandate.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "mandate.demonstration=false", "spring.datasource.hikari.connection-timeout=1000" })
@ContextConfiguration(initializers = DatabaseDownTests.ThroughDoor.class)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class DatabaseDownTests {

	private static final Door DOOR = door();

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	static class ThroughDoor implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			String direct = TestDatabase.settings(DOOR.port()).getFirst();
			TestDatabase.connect(context, direct.substring(direct.indexOf('=') + 1));
		}

	}

	@LocalServerPort
	private int port;

	@Autowired
	private SessionRepository<? extends Session> sessions;

	private static Door door() {
		try {
			Door door = new Door(TestDatabase.address());
			door.open();
			return door;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeEach
	void answersBefore() throws Exception {
		assertThat(get("/no-such-organisation-1", null).statusCode()).isNotEqualTo(503);
	}

	@AfterEach
	void closeDoor() throws Exception {
		DOOR.close();
		DOOR.open();
		becomesAvailable();
	}

	@Test
	void answersWithAPageWhileTheDatabaseIsDownAndRecovers(CapturedOutput output) throws Exception {
		DOOR.close();
		for (int i = 0; i < 5; i++) {
			assertIsDownPage(get("/zz9/sign-in", null));
		}
		assertThat(output).containsOnlyOnce("The database does not answer");
		assertThat(output.getAll().lines().filter((line) -> line.startsWith("\tat "))).isEmpty();
		DOOR.open();
		becomesAvailable();
		assertThat(output).containsOnlyOnce("The database answers again");
	}

	@Test
	void answersWithThePageWhenTheSessionCannotBeRead() throws Exception {
		String session = session(this.sessions);
		DOOR.close();
		assertIsDownPage(get("/sign-in", session));
		assertIsDownPage(get("/sign-in", session));
	}

	@Test
	void livenessNeedsNoDatabaseButReadinessDoes() throws Exception {
		DOOR.close();
		assertIsDownPage(get("/zz9/sign-in", null));
		assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
		assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(503);
		assertThat(get("/assets/mandate/mandate.css", null).statusCode()).isEqualTo(200);
	}

	private void becomesAvailable() throws Exception {
		Instant end = Instant.now().plus(Duration.ofSeconds(20));
		int status = 503;
		while (status == 503 && Instant.now().isBefore(end)) {
			Thread.sleep(100);
			status = get("/zz9/sign-in", null).statusCode();
		}
		assertThat(status).isNotEqualTo(503);
	}

	private static <S extends Session> String session(SessionRepository<S> repository) {
		S session = repository.createSession();
		repository.save(session);
		return java.util.Base64.getEncoder().encodeToString(session.getId().getBytes());
	}

	private static void assertIsDownPage(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).contains("10");
		assertThat(response.headers().firstValue("Content-Type").orElse("")).containsIgnoringCase("text/html");
		assertThat(response.body()).contains("Mandate is not available at the moment");
	}

	private HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable String session) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		if (session != null) {
			request.header("Cookie", "mandate=" + session);
		}
		return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
