package org.mandate.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One database server for all tests: PostgreSQL in a container when a container engine
 * answers, else the embedded server. The application connects as its own role, never as a
 * superuser, or row level security would prove nothing.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Logger log = LoggerFactory.getLogger(TestDatabase.class);

	private static final Server SERVER = start();

	private record Server(String url, String ownerPassword, String appPassword, String superuser,
			String superuserPassword) {
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		connect(context, SERVER.url());
	}

	/**
	 * Connects an application through an address of the server that may not be its own.
	 */
	static void connect(ConfigurableApplicationContext context, String url) {
		var beans = context.getBeanFactory();
		beans.registerSingleton("testJdbcConnection", new JdbcConnectionDetails() {
			@Override
			public String getUsername() {
				return DatabaseRoles.APP;
			}

			@Override
			public String getPassword() {
				return SERVER.appPassword();
			}

			@Override
			public String getJdbcUrl() {
				return url;
			}
		});
		beans.registerSingleton("testFlywayConnection", new FlywayConnectionDetails() {
			@Override
			public String getUsername() {
				return DatabaseRoles.OWNER;
			}

			@Override
			public String getPassword() {
				return SERVER.ownerPassword();
			}

			@Override
			public String getJdbcUrl() {
				return SERVER.url();
			}
		});
	}

	/** Where the server listens: not on this machine's own address with every engine. */
	static InetSocketAddress address() {
		URI url = URI.create(SERVER.url().substring("jdbc:".length()));
		return new InetSocketAddress(url.getHost(), url.getPort());
	}

	/**
	 * The settings with which somebody uses the server through a port of this machine.
	 */
	static List<String> settings(int port) {
		String url = SERVER.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + port + "/");
		return List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + DatabaseRoles.APP,
				"--spring.datasource.password=" + SERVER.appPassword(), "--spring.flyway.url=" + url,
				"--spring.flyway.user=" + DatabaseRoles.OWNER, "--spring.flyway.password=" + SERVER.ownerPassword());
	}

	/** A connection as the schema's owner, for tests of what even the owner cannot do. */
	public static Connection asOwner() throws SQLException {
		return DriverManager.getConnection(SERVER.url(), DatabaseRoles.OWNER, SERVER.ownerPassword());
	}

	/**
	 * Change one row of an organisation behind the application's back.
	 * @param sql a statement whose only parameter is the organisation
	 */
	public static void tamper(OrganisationId organisation, String sql) throws SQLException {
		try (Connection connection = asOwner()) {
			connection.setAutoCommit(false);
			try (PreparedStatement tenant = connection.prepareStatement("select set_config('app.org', ?, true)")) {
				tenant.setString(1, organisation.toString());
				tenant.execute();
			}
			try (PreparedStatement change = connection.prepareStatement(sql)) {
				change.setObject(1, organisation.id());
				assertThat(change.executeUpdate()).isEqualTo(1);
			}
			connection.commit();
		}
	}

	/** A connection as the application's role, outside the application. */
	public static Connection asApplication() throws SQLException {
		return DriverManager.getConnection(SERVER.url(), DatabaseRoles.APP, SERVER.appPassword());
	}

	/** A connection that nothing confines: an intruder on the database server. */
	public static Connection asSuperuser() throws SQLException {
		return DriverManager.getConnection(SERVER.url(), SERVER.superuser(), SERVER.superuserPassword());
	}

	private static Server start() {
		try {
			if (DockerClientFactory.instance().isDockerAvailable()) {
				PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
				container.start();
				String server = "jdbc:postgresql://%s:%d/".formatted(container.getHost(),
						container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
				DatabaseRoles.create(server, container.getUsername(), container.getPassword(),
						new DatabaseRoles.Passwords("owner", "app", "backup"));
				log.warn("Tests run on Testcontainers: {} in {}", version(server, container),
						container.getDockerImageName());
				return new Server(DatabaseRoles.url(server), "owner", "app", container.getUsername(),
						container.getPassword());
			}
			// Several processes may test at once, each on a server of its own.
			Path folder = Path.of("target", "test-database-" + System.getProperty("mandate.test-process", "1"));
			FileSystemUtils.deleteRecursively(folder);
			EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> close(embedded)));
			log.warn("Tests run on the embedded database in {}", Files.createDirectories(folder));
			return new Server(embedded.url(), embedded.ownerPassword(), embedded.appPassword(), "postgres",
					embedded.superuserPassword());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String version(String server, PostgreSQLContainer container) throws SQLException {
		try (Connection connection = DriverManager.getConnection(server + "postgres", container.getUsername(),
				container.getPassword())) {
			return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
		}
	}

	private static void close(EmbeddedDatabase embedded) {
		try {
			embedded.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
