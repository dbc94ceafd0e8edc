package org.mandate.guidance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.database.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@MandateTest
class EditionPublisherTests {

	@Autowired
	private EditionPublisher publisher;

	@Autowired
	private Guidance guidance;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void publishesAnEditionOnce() {
		String yaml = small();
		assertThat(this.publisher.publish(Files.parse(yaml))).isTrue();
		assertThat(this.publisher.publish(Files.parse("# The same\n" + yaml))).isFalse();
		assertThat(this.publisher.publish(Files.shipped("next-steps-2014"))).isFalse();
	}

	@Test
	void refusesOtherContentUnderAPublishedVersion() {
		String yaml = small();
		this.publisher.publish(Files.parse(yaml));
		EditionFile changed = Files.parse(yaml.replace("Both together", "Each alone"));
		assertThatExceptionOfType(InvalidGuidance.class).isThrownBy(() -> this.publisher.publish(changed))
			.withMessageContaining("published with other content")
			.withMessageContaining("raise \"version\" in the file to 2 and restart");
		EditionRef ref = changed.edition().ref();
		assertThat(this.guidance.edition(ref).scope("buying", "together").statements().getFirst().wording())
			.isEqualTo("Both together");
	}

	@Test
	void keepsANewVersionBesideTheOld() {
		String yaml = small();
		Edition first = Files.parse(yaml).edition();
		Edition second = Files.parse(yaml.replace("version: 1", "version: 2").replace("Both together", "Each alone"))
			.edition();
		this.publisher.publish(Files.parse(yaml));
		assertThat(this.guidance.edition(first.ref())).isEqualTo(first);
		this.publisher
			.publish(Files.parse(yaml.replace("version: 1", "version: 2").replace("Both together", "Each alone")));
		assertThat(this.guidance.edition(second.ref())).isEqualTo(second);
		assertThat(this.guidance.edition(first.ref())).isEqualTo(first);
		assertThat(this.guidance.latest(first.ref().key())).isEqualTo(second);
	}

	@Test
	void publishesOnceWhenNodesStartTogether() throws Exception {
		EditionFile file = Files.parse(small());
		CountDownLatch start = new CountDownLatch(1);
		Callable<Boolean> node = () -> {
			start.await();
			return this.publisher.publish(file);
		};
		List<Boolean> published = new ArrayList<>();
		try (var nodes = Executors.newFixedThreadPool(4)) {
			List<Future<Boolean>> results = List.of(nodes.submit(node), nodes.submit(node), nodes.submit(node),
					nodes.submit(node));
			start.countDown();
			for (Future<Boolean> result : results) {
				published.add(result.get());
			}
		}
		assertThat(published).containsExactlyInAnyOrder(true, false, false, false);
	}

	@Test
	void letsNobodyChangeAPublishedEdition() throws Exception {
		UUID edition = publishedEdition();
		List<String> tables = tables();
		assertThat(tables).hasSizeGreaterThanOrEqualTo(20);
		for (String table : tables) {
			String column = table.equals("guidance_edition") ? "id" : "edition_id";
			String where = " where %s = '%s'".formatted(column, edition);
			assertThat(rows(table, where)).as("rows of %s", table).isPositive();
			for (String sql : List.of("update " + table + " set " + column + " = " + column + where,
					"delete from " + table + where, "truncate " + table + " cascade")) {
				try (Connection owner = TestDatabase.asOwner(); Connection app = TestDatabase.asApplication()) {
					assertThat(refusal(owner, sql)).as("as owner: %s", sql)
						.matches("(?s).*(published edition|Published guidance|publication of guidance) .*");
					assertThat(refusal(app, sql)).as("as application: %s", sql).contains("permission denied");
				}
			}
		}
	}

	@Test
	void letsNobodyAddToAPublishedEdition() throws Exception {
		UUID edition = publishedEdition();
		String sql = "insert into guidance_entry (edition_id, id, kind, key, position) values ('%s', '%s', 'question', 'late', 999)"
			.formatted(edition, UUID.randomUUID());
		String citation = "insert into guidance_citation select edition_id, entry_id, 99, document_id, section, quote from guidance_citation where edition_id = '%s' limit 1"
			.formatted(edition);
		for (String statement : List.of(sql, citation)) {
			try (Connection owner = TestDatabase.asOwner(); Connection app = TestDatabase.asApplication()) {
				assertThat(refusal(owner, statement)).contains("Nothing can be added to a published edition");
				assertThat(refusal(app, statement)).contains("Nothing can be added to a published edition");
			}
		}
	}

	@Test
	void isNotDeceivedByATemporaryTableOfTheSameName() throws Exception {
		UUID edition = publishedEdition();
		try (Connection owner = TestDatabase.asOwner(); var statement = owner.createStatement()) {
			statement.execute("create temporary table guidance_publication (edition_id uuid)");
			assertThat(
					refusal(owner, "delete from mandate.guidance_citation where edition_id = '%s'".formatted(edition)))
				.contains("published edition");
		}
	}

	@Test
	void doesNotPublishAnEntryWithoutSource() throws Exception {
		UUID edition = UUID.randomUUID();
		try (Connection owner = TestDatabase.asOwner(); var statement = owner.createStatement()) {
			owner.setAutoCommit(false);
			statement.execute(
					"insert into guidance_edition values ('%s', 'uncited-%s', 1, 'Uncited', 'Uncited', '1999-00', '1999-04-01')"
						.formatted(edition, edition));
			statement.execute(
					"insert into guidance_entry (edition_id, id, kind, key, position) values ('%s', '%s', 'question', 'why', 1)"
						.formatted(edition, UUID.randomUUID()));
			assertThat(refusal(owner,
					"insert into guidance_publication (edition_id, content_sha256) values ('%s', '%s')"
						.formatted(edition, "0".repeat(64))))
				.contains("Entries without a source cannot be published: question why");
			owner.rollback();
		}
	}

	private static String small() {
		return Files.SMALL.replace("key: small", "key: small-" + UUID.randomUUID());
	}

	private UUID publishedEdition() {
		return this.jdbc.sql(
				"select edition_id from guidance_publication p join guidance_edition e on e.id = p.edition_id where key = 'next-steps-2014'")
			.query(UUID.class)
			.single();
	}

	private List<String> tables() {
		return this.jdbc.sql(
				"select tablename from pg_tables where schemaname = 'mandate' and tablename like 'guidance\\_%' order by 1")
			.query(String.class)
			.list();
	}

	private long rows(String table, String where) {
		return this.jdbc.sql("select count(*) from " + table + where).query(Long.class).single();
	}

	private static String refusal(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			assertThat(ex.getSQLState()).isIn("42501", "23514");
			return String.valueOf(ex.getMessage());
		}
		throw new AssertionError("Not refused: " + sql);
	}

}
