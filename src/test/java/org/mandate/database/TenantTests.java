package org.mandate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.MandateTest;
import org.mandate.TestOrganisations;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@MandateTest
class TenantTests {

	private static final int THREADS = 16;

	private static final int TRANSACTIONS = 4_000;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private TestOrganisations testOrganisations;

	@Autowired
	private Organisations organisations;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private Flyway flyway;

	private Organisation one;

	private Organisation other;

	@BeforeEach
	void twoOrganisationsWithOneLocalityEach() {
		this.one = this.testOrganisations.establish();
		this.other = this.testOrganisations.establish();
		Tenant.run(this.one.id(), () -> this.organisations.addLocality(this.one.code(), null));
		Tenant.run(this.other.id(), () -> this.organisations.addLocality(this.other.code(), null));
	}

	@Test
	void queriesWithoutWhereSeeOneOrganisation() {
		Tenant.run(this.one.id(), () -> inTransaction(() -> {
			assertThat(localities()).containsExactly(this.one.code());
			assertThat(this.entities.createQuery("select count(p) from Person p", Long.class).getSingleResult())
				.isZero();
			assertThat(this.entities.createNativeQuery("select name from locality").getSingleResult())
				.isEqualTo(this.one.code());
			assertThat(this.jdbc.sql("select distinct organisation_id from audit_event").query().singleColumn())
				.containsExactly(this.one.id().id());
			return null;
		}));
	}

	@Test
	void statementsWithoutWhereTouchOneOrganisation() {
		int touched = Tenant.call(this.one.id(),
				() -> inTransaction(() -> this.jdbc.sql("update locality set position = 7").update()));
		assertThat(touched).isEqualTo(1);
		int position = Tenant.call(this.other.id(), () -> inTransaction(
				() -> this.jdbc.sql("select position from locality").query(Integer.class).single()));
		assertThat(position).isZero();
	}

	@Test
	void seesNoOrganisationOutsideOfOne() {
		assertThat(inTransaction(this::localities)).isEmpty();
		assertThat(localities()).isEmpty();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> inTransaction(() -> this.jdbc
					.sql("insert into locality (id, name, slug, position) "
							+ "values (gen_random_uuid(), 'Nowhere', 'nowhere', 0)")
					.update()));
	}

	@Test
	void sessionsWithoutTheApplicationSeeNothingEither() throws SQLException {
		try (Connection application = TestDatabase.asApplication();
				var statement = application.createStatement();
				var rows = statement.executeQuery("select count(*) from locality")) {
			rows.next();
			assertThat(rows.getInt(1)).isZero();
		}
	}

	@Test
	void refusesRowsOfAnotherOrganisation() {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> Tenant.call(this.one.id(),
				() -> inTransaction(() -> this.jdbc.sql("update locality set organisation_id = :other")
					.param("other", this.other.id().id())
					.update())))
			.withStackTraceContaining("row-level security");
	}

	@Test
	void refusesToChangeTheOrganisationWithinATransaction() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> Tenant.call(this.one.id(),
					() -> inTransaction(() -> Tenant.call(this.other.id(), this::localities))))
			.withMessageContaining(this.one.id().toString());
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> inTransaction(() -> Tenant.call(this.one.id(), this::localities)))
			.withMessageContaining("no organisation");
		assertThat(Tenant.<List<String>, RuntimeException>call(this.one.id(),
				() -> inTransaction(() -> Tenant.call(this.one.id(), this::localities))))
			.containsExactly(this.one.code());
	}

	@Test
	void migrationsThatForgetAboutConfinementFailLoudly() throws SQLException {
		try (Connection owner = TestDatabase.asOwner(); var statement = owner.createStatement()) {
			assertThat(statement.executeUpdate("update locality set position = 1")).isZero();
			statement.execute(this.flyway.getConfiguration().getInitSql());
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> statement.executeUpdate("update locality set position = 1"))
				.withMessageContaining("row-level security");
		}
	}

	@Test
	void leaksThroughNeitherPoolNorRollbackNorException() throws Exception {
		var pool = this.dataSource.unwrap(HikariDataSource.class);
		int size = pool.getMaximumPoolSize();
		pool.getHikariConfigMXBean().setMinimumIdle(3);
		pool.getHikariConfigMXBean().setMaximumPoolSize(3);
		pool.getHikariPoolMXBean().softEvictConnections();
		try (var threads = Executors.newFixedThreadPool(THREADS)) {
			List<Callable<Void>> work = new ArrayList<>();
			for (int i = 0; i < TRANSACTIONS; i++) {
				int number = i;
				work.add(() -> oneTransaction(number));
			}
			for (Future<Void> done : threads.invokeAll(work)) {
				done.get();
			}
		}
		finally {
			pool.getHikariConfigMXBean().setMaximumPoolSize(size);
			pool.getHikariConfigMXBean().setMinimumIdle(size);
		}
	}

	private Void oneTransaction(int number) {
		if (number % 5 == 0) {
			assertThat((number % 10 == 0) ? localities() : inTransaction(this::localities)).isEmpty();
			return null;
		}
		Organisation mine = (number % 2 == 0) ? this.one : this.other;
		Tenant.run(mine.id(), () -> {
			switch (number % 4) {
				case 0 -> new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
					assertThat(localities()).containsExactly(mine.code());
					status.setRollbackOnly();
				});
				case 1 ->
					assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> inTransaction(() -> {
						assertThat(localities()).containsExactly(mine.code());
						throw new IllegalArgumentException("wanted");
					}));
				case 2 -> assertThatExceptionOfType(DataAccessException.class)
					.isThrownBy(() -> inTransaction(() -> this.jdbc.sql("select 1 / 0").query().singleValue()));
				default -> assertThat(inTransaction(this::localities)).containsExactly(mine.code());
			}
		});
		return null;
	}

	private List<String> localities() {
		return this.jdbc.sql("select name from locality").query(String.class).list();
	}

	private <T> T inTransaction(java.util.function.Supplier<T> work) {
		return new TransactionTemplate(this.transactions).execute((status) -> work.get());
	}

}
