package org.mandate.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Makes the database and its four roles, once, as a superuser; repeating it changes
 * nothing but the passwords.
 * <ul>
 * <li>{@code mandate_owner} owns the schema and migrates it</li>
 * <li>{@code mandate_app} is the application: it sees rows only of the tenant of its
 * transaction, and inherits nothing</li>
 * <li>{@code mandate_national} cannot sign in; the application may take it for reads
 * across organisations</li>
 * <li>{@code mandate_backup} reads everything, past row level security, for dumps</li>
 * </ul>
 * Neither owner nor application can bypass row level security. Also a program of its own,
 * run once beside a database server that is being set up (see the operations guide).
 */
public final class DatabaseRoles {

	static final String OWNER = "mandate_owner";

	static final String APP = "mandate_app";

	private static final String DATABASE = "mandate";

	/**
	 * Passwords of the roles that sign in.
	 *
	 * @param owner of {@code mandate_owner}
	 * @param app of {@code mandate_app}
	 * @param backup of {@code mandate_backup}; null leaves that role unable to sign in
	 */
	public record Passwords(String owner, String app, @Nullable String backup) {
	}

	private DatabaseRoles() {
	}

	/**
	 * Make database, roles and schema on a server.
	 * @param serverUrl JDBC address of the server without a database, ending in a slash
	 * @param superuser name of a superuser
	 * @param password its password
	 * @param passwords of the roles to make
	 * @throws SQLException if the server does not answer or refuses
	 */
	public static void create(String serverUrl, String superuser, String password, Passwords passwords)
			throws SQLException {
		try (Connection server = DriverManager.getConnection(serverUrl + "postgres", superuser, password)) {
			role(server, OWNER, "login nosuperuser nobypassrls nocreatedb nocreaterole", passwords.owner());
			role(server, APP, "login nosuperuser nobypassrls nocreatedb nocreaterole noinherit", passwords.app());
			role(server, "mandate_national", "nologin nosuperuser nobypassrls", null);
			role(server, "mandate_backup",
					((passwords.backup() != null) ? "login" : "nologin") + " nosuperuser bypassrls",
					passwords.backup());
			execute(server, "grant mandate_national to mandate_app");
			execute(server, "grant pg_read_all_data to mandate_backup");
			if (!exists(server, "select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
				execute(server,
						"create database %s owner %s encoding 'UTF8' template template0".formatted(DATABASE, OWNER));
			}
		}
		try (Connection database = DriverManager.getConnection(serverUrl + DATABASE, superuser, password)) {
			execute(database, "revoke all on schema public from public");
			execute(database, "create schema if not exists mandate authorization " + OWNER);
			execute(database, "grant usage on schema mandate to %s, mandate_national, mandate_backup".formatted(APP));
		}
	}

	/**
	 * The address of Mandate's database and schema on a server.
	 * @param serverUrl JDBC address of the server without a database, ending in a slash
	 * @return a JDBC address
	 */
	public static String url(String serverUrl) {
		return serverUrl + DATABASE + "?currentSchema=mandate";
	}

	/**
	 * Make the roles on the server named in the environment: {@code MANDATE_SERVER} (host
	 * and port), {@code MANDATE_SUPERUSER}, {@code MANDATE_SUPERUSER_PASSWORD},
	 * {@code MANDATE_OWNER_PASSWORD}, {@code MANDATE_APP_PASSWORD} and, if dumps are
	 * wanted, {@code MANDATE_BACKUP_PASSWORD}.
	 */
	static void main() throws SQLException {
		Map<String, String> environment = System.getenv();
		create("jdbc:postgresql://%s/".formatted(required(environment, "MANDATE_SERVER")),
				required(environment, "MANDATE_SUPERUSER"), required(environment, "MANDATE_SUPERUSER_PASSWORD"),
				new Passwords(required(environment, "MANDATE_OWNER_PASSWORD"),
						required(environment, "MANDATE_APP_PASSWORD"), environment.get("MANDATE_BACKUP_PASSWORD")));
		System.out.println("Database roles are ready.");
	}

	private static String required(Map<String, String> environment, String name) {
		return Objects.requireNonNull(environment.get(name), "Set the environment variable " + name);
	}

	private static void role(Connection server, String name, String attributes, @Nullable String password)
			throws SQLException {
		if (!exists(server, "select 1 from pg_roles where rolname = '%s'".formatted(name))) {
			execute(server, "create role " + name);
		}
		String secret = (password != null) ? " password " + literal(password) : "";
		execute(server, "alter role %s %s%s".formatted(name, attributes, secret));
	}

	private static String literal(String value) throws SQLException {
		if (value.indexOf('\0') >= 0) {
			throw new SQLException("A password cannot contain a NUL character");
		}
		return "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
	}

	private static boolean exists(Connection connection, String query) throws SQLException {
		try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
			return rows.next();
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
