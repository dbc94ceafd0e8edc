package org.mandate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.MandateTest;

import static org.assertj.core.api.Assertions.assertThat;

@MandateTest
class CatalogueTests {

	@Test
	void everyTableWithOrganisationDataIsConfined() throws SQLException {
		try (Connection owner = TestDatabase.asOwner()) {
			assertThat(Catalogue.tables(owner)).contains("locality", "person", "appraisal", "audit_event",
					"audit_head");
			assertThat(Catalogue.problems(owner)).isEmpty();
		}
	}

	@TestFactory
	Stream<DynamicTest> missesEachPolicyThatIsRemoved() throws SQLException {
		return perTable("drop policy organisation on %s", "the policy");
	}

	@TestFactory
	Stream<DynamicTest> noticesEachPolicyThatIsOpened() throws SQLException {
		return perTable("alter policy organisation on %s using (true)", "the policy");
	}

	@TestFactory
	Stream<DynamicTest> noticesEachPolicyThatIsJoinedByAnother() throws SQLException {
		return perTable("create policy wide on %s for select using (true)", "the policy");
	}

	@TestFactory
	Stream<DynamicTest> noticesEachTableThatIsNoLongerConfined() throws SQLException {
		return perTable("alter table %s disable row level security", "not enabled");
	}

	@TestFactory
	Stream<DynamicTest> noticesEachTableThatIsOpenToItsOwner() throws SQLException {
		return perTable("alter table %s no force row level security", "not forced");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					create table loose (id uuid primary key)                                     | loose: organisation_id is missing
					create table loose (organisation_id uuid not null, id uuid primary key)       | primary key does not begin
					create table guidance_loose (organisation_id uuid primary key)                | listed as national
					alter table invitation add constraint one_token unique (token_sha256)                   | reaches across organisations
					alter table person alter organisation_id drop default                         | does not default to the tenant
					create view everybody as select * from person                                 | a view that reads with its owner's rights
					create materialized view everybody as select * from person with no data       | a view that reads with its owner's rights
					create function f() returns int language sql security definer return 1        | an open search path
					""")
	void noticesWhatWouldLeak(String change, String problem) throws SQLException {
		assertThat(problemsAfter(change)).anyMatch((found) -> found.contains(problem));
	}

	@Test
	void noticesForeignKeysThatDoNotCarryTheOrganisation() throws SQLException {
		assertThat(problemsAfter(
				"""
						create table loose (organisation_id uuid not null default current_org(), id uuid, org uuid, person_id uuid,
							primary key (organisation_id, id),
							foreign key (org, person_id) references person (organisation_id, id));
						select protect('loose')
						"""))
			.singleElement()
			.asString()
			.contains("does not carry organisation_id");
	}

	@Test
	void noticesAnApplicationRoleThatMayDoMore() throws SQLException {
		try (Connection superuser = TestDatabase.asSuperuser()) {
			superuser.setAutoCommit(false);
			execute(superuser, "alter role mandate_app bypassrls inherit");
			execute(superuser, "grant mandate_owner to mandate_app");
			assertThat(Catalogue.problems(superuser)).contains("mandate_app: may do more than it should",
					"mandate_app: inherits the rights of other roles", "mandate_app: may become mandate_owner");
			superuser.rollback();
		}
	}

	private Stream<DynamicTest> perTable(String change, String problem) throws SQLException {
		List<String> tables;
		try (Connection owner = TestDatabase.asOwner()) {
			tables = Catalogue.tables(owner);
		}
		return tables.stream()
			.map((table) -> DynamicTest.dynamicTest(table,
					() -> assertThat(problemsAfter(change.formatted(table))).singleElement()
						.asString()
						.startsWith(table + ": ")
						.contains(problem)));
	}

	private static List<String> problemsAfter(String change) throws SQLException {
		try (Connection owner = TestDatabase.asOwner()) {
			owner.setAutoCommit(false);
			execute(owner, "set local lock_timeout = '10s'");
			execute(owner, change);
			List<String> problems = Catalogue.problems(owner);
			owner.rollback();
			return problems;
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
