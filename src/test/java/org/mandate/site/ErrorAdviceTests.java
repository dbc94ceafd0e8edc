package org.mandate.site;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.function.Supplier;

import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.access.Public;
import org.mandate.database.NotFound;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = { Styleguide.class, ErrorAdviceTests.Failing.class })
@ExtendWith(OutputCaptureExtension.class)
class ErrorAdviceTests {

	@Autowired
	WebApplicationContext context;

	private MvcTestResult get(String path) {
		return MockMvcTester.from(this.context).get().uri(path).exchange();
	}

	@ParameterizedTest
	@CsvSource({ "closed,409,This cannot be done now", "missing,404,Page not found",
			"overtaken,409,Somebody else saved this while you were working", "nul,422,This could not be saved",
			"large,413,The file is too large", "no-transaction,503,Mandate cannot reach its records at the moment",
			"no-server,503,Mandate cannot reach its records at the moment",
			"cut,503,Mandate cannot reach its records at the moment",
			"waited,503,Mandate cannot reach its records at the moment",
			"hibernate,503,Mandate cannot reach its records at the moment", "bug,500,Something went wrong on our side",
			"foreign,422,This could not be saved" })
	void answersWithThePageOfTheFailure(String failure, int status, String heading) {
		assertThat(get("/failing/" + failure)).hasStatus(status).bodyText().contains(heading).contains("</html>");
	}

	@Test
	void saysWhatOurOwnExceptionSaysToPeople() {
		assertThat(get("/failing/closed")).bodyText()
			.contains("Ballot 1 closed at 12 noon on 9 January 2015. Ask the commissioning manager to correct it.");
	}

	@Test
	void keepsTheWordsOfOtherExceptionsFromPeople() {
		assertThat(get("/failing/bug")).bodyText().doesNotContain("secret");
		assertThat(get("/failing/foreign")).bodyText().doesNotContain("secret");
	}

	@Test
	void showsAndLogsTheReferenceOfAnUnforeseenFailure(CapturedOutput output) {
		String page = new String(get("/failing/bug").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		String reference = page.replaceAll("(?s).*class=\"app-reference__code\">([^<]*)<.*", "$1");
		assertThat(reference).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
		assertThat(output).contains("Failure " + reference + ": GET /failing/bug").contains("the secret cause");
	}

	@Test
	void saysWhenToTryAgainWhileTheDatabaseIsDown() {
		assertThat(get("/failing/no-transaction")).hasHeader("Retry-After", "30");
	}

	@Test
	void takesAnAddressThatCannotBeReadForAMissingPage() {
		assertThat(get("/failing/number/seven")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/failing/number?page=seven")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get("/failing/number")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void namesTheMethodsThatAreAllowed() {
		assertThat(MockMvcTester.from(this.context).put().uri("/failing/bug").exchange())
			.hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
			.hasHeader("Allow", "GET")
			.bodyText()
			.contains("That cannot be done from here");
	}

	@ResponseStatus(HttpStatus.CONFLICT)
	static class BallotClosed extends RuntimeException {

		BallotClosed() {
			super("Ballot 1 closed at 12 noon on 9 January 2015. Ask the commissioning manager to correct it.");
		}

	}

	@TestComponent
	@Controller
	@Public
	static class Failing {

		private final Map<String, Supplier<RuntimeException>> failures = Map.ofEntries(
				Map.entry("closed", BallotClosed::new),
				Map.entry("missing", () -> new NotFound("There is no ballot 7")),
				Map.entry("overtaken", () -> new ObjectOptimisticLockingFailureException("Ballot", 1)),
				Map.entry("nul",
						() -> new DataIntegrityViolationException("", new SQLException("invalid byte", "22021"))),
				Map.entry("large", () -> new MaxUploadSizeExceededException(1)),
				Map.entry("no-transaction", () -> new CannotCreateTransactionException("")),
				Map.entry("no-server", () -> new DataAccessResourceFailureException("")),
				Map.entry("cut",
						() -> new TransactionSystemException("", new SQLException("connection reset", "08006"))),
				Map.entry("waited",
						() -> new TransactionSystemException("", new SQLTransientConnectionException("timed out"))),
				Map.entry("hibernate", () -> new JDBCConnectionException("", new SQLException())),
				Map.entry("bug", () -> new IllegalStateException("the secret cause")), Map.entry("foreign",
						() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "the secret reason")));

		@GetMapping("/failing/{failure}")
		String fail(@PathVariable String failure) {
			throw this.failures.get(failure).get();
		}

		@GetMapping("/failing/number/{number}")
		String number(@PathVariable int number) {
			return "never " + number;
		}

		@GetMapping("/failing/number")
		String page(@RequestParam int page) {
			return "never " + page;
		}

	}

}
