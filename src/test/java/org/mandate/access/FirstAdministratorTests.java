package org.mandate.access;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mandate.AtOnce;
import org.mandate.Mandate;
import org.mandate.audit.Trail;
import org.mandate.database.Tenant;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.access.HttpVisitor.target;
import static org.mandate.access.HttpVisitor.text;

/**
 * A new installation on a database of its own, from the link in its log to the first
 * administrator who signs in.
 */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {

	private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/first-administrator/[\\w-]{43})");

	private static final String PASSWORD = "kettle lorry plum";

	@TempDir
	private Path data;

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(Mandate.class).run("--server.port=0", "--mandate.demonstration=false",
				"--mandate.data-directory=" + this.data.resolve("data"));
	}

	private static HttpVisitor visitor(ConfigurableApplicationContext application) {
		return new HttpVisitor(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	private static List<String> links(CapturedOutput output) {
		return LINK.matcher(output).results().map(MatchResult::group).toList();
	}

	private static Map<String, String> form() {
		return new HashMap<>(Map.of("code", "10q", "organisation", "NHS Oxfordshire CCG", "shortName", "OCCG", "name",
				"Robin Ash", "email", "Robin@Example.org", "password", PASSWORD, "again", PASSWORD));
	}

	@Test
	void setsUpTheFirstOrganisationByTheLinkInTheLogOnce(CapturedOutput output) throws Exception {
		String first;
		try (ConfigurableApplicationContext application = start()) {
			assertThat(links(output)).hasSize(1);
			first = URI.create(links(output).getFirst()).getPath();
			assertThat(links(output).getFirst())
				.startsWith("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + "/");
			HttpVisitor visitor = visitor(application);
			assertThat(text(visitor.get("/sign-in"))).contains("No organisation is set up here yet");
			assertThat(visitor.get(first).statusCode()).isEqualTo(200);
			assertThat(visitor.get("/first-administrator/" + "x".repeat(43)).statusCode()).isEqualTo(404);
		}
		try (ConfigurableApplicationContext application = start()) {
			assertThat(links(output)).hasSize(2);
			String link = URI.create(links(output).getLast()).getPath();
			assertThat(link).isNotEqualTo(first);
			assertThat(text(visitor(application).get(first))).contains("This link no longer works");
			refusesWrongInput(application, link);
			setsUpOnceOfManyAtOnce(application, link);
			visitsTheNewOrganisation(application, link);
		}
		try (ConfigurableApplicationContext application = start()) {
			assertThat(links(output)).hasSize(2);
			assertThat(target(visitor(application).get("/sign-in"))).isEqualTo("/10q/sign-in");
		}
	}

	private void refusesWrongInput(ConfigurableApplicationContext application, String link) {
		wrong(application, link, "code", "", "Enter the ODS code");
		wrong(application, link, "code", "HELP", "own ODS code");
		wrong(application, link, "code", "1\0", "2 to 6 letters and digits");
		wrong(application, link, "organisation", "\0", "cannot be seen");
		wrong(application, link, "organisation", "x".repeat(201), "200 characters or fewer");
		wrong(application, link, "shortName", "x".repeat(41), "40 characters or fewer");
		wrong(application, link, "name", " ", "Enter your name");
		wrong(application, link, "email", "robin", "correct format");
		wrong(application, link, "password", "NHS Oxfordshire CCG", "must not be your name");
		wrong(application, link, "again", "", "Type the same password again");
		assertThat(application.getBean(Organisations.class).all()).isEmpty();
	}

	private void wrong(ConfigurableApplicationContext application, String link, String field, String value,
			String message) {
		HttpVisitor visitor = visitor(application);
		visitor.get(link);
		Map<String, String> form = form();
		form.put(field, value);
		HttpResponse<String> response = visitor.post(link, form);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(Jsoup.parse(response.body()).select("#" + field + "-error").text()).contains(message);
		assertThat(response.body()).doesNotContain(PASSWORD);
	}

	private void setsUpOnceOfManyAtOnce(ConfigurableApplicationContext application, String link) throws Exception {
		assertThat(AtOnce.times(4, () -> {
			HttpVisitor visitor = visitor(application);
			visitor.get(link);
			return visitor.post(link, form()).statusCode();
		})).filteredOn((status) -> status == 302 || status == 303).hasSize(1);
		assertThat(application.getBean(Organisations.class).all()).extracting(Organisation::code)
			.containsExactly("10Q");
	}

	private void visitsTheNewOrganisation(ConfigurableApplicationContext application, String link) {
		HttpVisitor visitor = visitor(application);
		assertThat(visitor.get(link).statusCode()).isEqualTo(404);
		assertThat(target(visitor.signIn("10q", "robin@example.org", PASSWORD))).isEqualTo("/10q");
		assertThat(text(visitor.get("/10q/people"))).contains("Robin Ash", "Administrator", "Active");
		Organisation organisation = application.getBean(Organisations.class).byCode("10q").orElseThrow();
		List<Trail.Entry> trail = Tenant.call(organisation.id(),
				() -> application.getBean(Trail.class).events(null, 0, 10));
		assertThat(trail).extracting(Trail.Entry::action)
			.containsExactly("person.password-chosen", "person.added", "organisation.established");
		assertThat(trail).extracting(Trail.Entry::actorName).containsOnly("Robin Ash");
	}

}
