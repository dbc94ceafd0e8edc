package org.mandate.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.AtOnce;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.database.OrganisationId;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@MandateTest
class TrailTests {

	@Autowired
	private Trail trail;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private TestOrganisations organisations;

	private OrganisationId organisation;

	private record Happened(String summary, @Nullable UUID stream) implements Auditable {

		@Override
		public String action() {
			return "test.happened";
		}

		@Override
		public @Nullable String reason() {
			return "To see whether it is kept";
		}

		@Override
		public Map<String, Object> details() {
			return Map.of("practices", 9, "note", "\u202eright to left, \ud83c\udfe5 and 'quotes'");
		}

	}

	@BeforeEach
	void anOrganisationWithOneEvent() {
		this.organisation = this.organisations.establish().id();
	}

	@Test
	void keepsWhatHappenedWithWhoWhyAndTheFacts() {
		UUID stream = UUID.randomUUID();
		record("South West returned.", stream);
		Tenant.run(this.organisation, () -> {
			assertThat(this.trail.events(stream, 0, 10)).singleElement().satisfies((entry) -> {
				assertThat(entry.seq()).isEqualTo(2);
				assertThat(entry.actorName()).isEqualTo("Mandate");
				assertThat(entry.summary()).isEqualTo("South West returned.");
				assertThat(entry.reason()).isEqualTo("To see whether it is kept");
				assertThat(entry.details()).isEqualTo(new Happened("", null).details());
				assertThat(this.trail.find(entry.hash())).contains(entry);
				assertThat(this.trail.head()).isEqualTo(new Trail.Head(2, entry.hash()));
			});
			assertThat(this.trail.find("not a hash")).isEmpty();
		});
	}

	@Test
	void refusesWhatHappensOutsideOfATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(
				() -> Tenant.run(this.organisation, () -> this.events.publishEvent(new Happened("Lost", null))));
	}

	@Test
	void forgetsWhatWasRolledBackWithoutAGap() {
		Tenant.run(this.organisation,
				() -> new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
					this.events.publishEvent(new Happened("Never was.", null));
					status.setRollbackOnly();
				}));
		record("Was.", null);
		assertThat(all()).extracting(Trail.Entry::seq).containsExactly(2L, 1L);
		assertThat(verify().intact()).isTrue();
	}

	@Test
	void numbersWithoutGapsWhenManyWriteAtOnce() throws Exception {
		List<Callable<Void>> work = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			int number = i;
			work.add(() -> {
				record("Event " + number, null);
				return null;
			});
		}
		AtOnce.all(work);
		assertThat(all()).extracting(Trail.Entry::seq)
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 401).map((seq) -> 402 - seq).boxed().toList());
		assertThat(verify()).satisfies((found) -> {
			assertThat(found.intact()).isTrue();
			assertThat(found.events()).isEqualTo(401);
			assertThat(found.head().hash()).isEqualTo(all().getFirst().hash());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit_event set summary = 'Else'", "delete from audit_event",
			"truncate audit_event", "update audit_head set seq = 0", "delete from audit_head",
			"insert into audit_head (seq, hash) values (9, '')", "alter table audit_event disable trigger all",
			"set session_replication_role = replica" })
	void leavesTheApplicationNoWayToRewrite(String statement) throws SQLException {
		try (Connection application = TestDatabase.asApplication()) {
			assertThatThrownBy(() -> within(application, statement)).isInstanceOf(SQLException.class)
				.extracting((ex) -> ((SQLException) ex).getSQLState())
				.isEqualTo("42501");
		}
		assertThat(verify().intact()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "update audit_event set summary = 'Else'", "delete from audit_event", "truncate audit_event" })
	void refusesTheOwnerToo(String statement) throws SQLException {
		try (Connection owner = TestDatabase.asOwner()) {
			assertThatThrownBy(() -> within(owner, statement)).isInstanceOf(SQLException.class)
				.hasMessageContaining("append-only");
		}
	}

	@Test
	void findsAnEditedEvent() throws SQLException {
		recordFive();
		tamper("update audit_event set summary = 'Something else' where seq = 3");
		assertThat(verify()).satisfies((found) -> {
			assertThat(found.wrongAt()).isEqualTo(3);
			assertThat(found.problem()).contains("changed");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "at = at + interval '1 microsecond'", "actor = 'x'", "actor_name = 'x'", "action = 'x'",
			"stream = gen_random_uuid()", "reason = null", "details = '{}'" })
	void findsEveryKindOfEdit(String edit) throws SQLException {
		recordFive();
		tamper("update audit_event set " + edit + " where seq = 3");
		assertThat(verify().wrongAt()).isEqualTo(3);
	}

	@Test
	void findsAnEditedEventWithItsHashMadeAnew() throws SQLException {
		recordFive();
		tamper("update audit_event set summary = 'Something else' where seq = 3",
				"update audit_event e set hash = audit_digest(e) where seq = 3");
		assertThat(verify()).satisfies((found) -> {
			assertThat(found.wrongAt()).isEqualTo(4);
			assertThat(found.problem()).contains("does not follow");
		});
	}

	@Test
	void findsARemovedEvent() throws SQLException {
		recordFive();
		tamper("delete from audit_event where seq = 3");
		assertThat(verify()).satisfies((found) -> {
			assertThat(found.wrongAt()).isEqualTo(4);
			assertThat(found.problem()).contains("missing");
		});
	}

	@Test
	void findsARemovedFirstEvent() throws SQLException {
		recordFive();
		tamper("delete from audit_event where seq = 1");
		assertThat(verify().wrongAt()).isEqualTo(2);
	}

	@Test
	void findsACutTail() throws SQLException {
		recordFive();
		tamper("delete from audit_event where seq > 4");
		assertThat(verify()).satisfies((found) -> {
			assertThat(found.wrongAt()).isEqualTo(5);
			assertThat(found.problem()).contains("end are missing");
		});
	}

	@Test
	void findsAnEmptiedTrail() throws SQLException {
		recordFive();
		tamper("delete from audit_event");
		assertThat(verify().intact()).isFalse();
	}

	@Test
	void aPrintedHashShowsEvenAChainThatWasRewrittenToItsHead() throws SQLException {
		recordFive();
		Trail.Head printed = Tenant.call(this.organisation, this.trail::head);
		tamper("delete from audit_event where seq > 4",
				"update audit_head set seq = 4, hash = (select hash from audit_event where organisation_id = "
						+ "audit_head.organisation_id and seq = 4)");
		assertThat(verify().intact()).isTrue();
		assertThat(Tenant.<Boolean, RuntimeException>call(this.organisation,
				() -> this.trail.find(printed.hash()).isPresent()))
			.isFalse();
	}

	private void recordFive() {
		for (int i = 2; i <= 6; i++) {
			record("Event " + i, null);
		}
	}

	private void record(String summary, @Nullable UUID stream) {
		Tenant.run(this.organisation, () -> new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.events.publishEvent(new Happened(summary, stream))));
	}

	private List<Trail.Entry> all() {
		return Tenant.call(this.organisation, () -> this.trail.events(null, 0, 1000));
	}

	private Trail.Verification verify() {
		return Tenant.call(this.organisation, this.trail::verify);
	}

	/**
	 * What an intruder with all rights on the server does to this organisation's rows.
	 */
	private void tamper(String... statements) throws SQLException {
		try (Connection superuser = TestDatabase.asSuperuser(); var statement = superuser.createStatement()) {
			statement.execute("set session_replication_role = replica");
			for (String sql : statements) {
				String mine = " organisation_id = '" + this.organisation + "'";
				String confined = sql.contains(" where seq")
						? sql.replaceFirst(" where seq", " where" + mine + " and seq") : sql + " where" + mine;
				assertThat(statement.executeUpdate(confined)).isPositive();
			}
		}
	}

	private void within(Connection connection, String sql) throws SQLException {
		connection.setAutoCommit(false);
		try (var statement = connection.createStatement()) {
			statement.execute("select set_config('app.org', '" + this.organisation + "', true)");
			statement.execute(sql);
		}
		finally {
			connection.rollback();
		}
	}

}
