package org.mandate.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this process, for evaluation. Its defaults were
 * made safe: nothing acknowledged is lost when the process or the server is killed, it
 * listens on a random loopback port with passwords, and it never talks to, or stops, a
 * server that is not its own.
 */
final class EmbeddedDatabase implements AutoCloseable {

	/** Exit status when the server dies: a supervisor may restart the application. */
	static final int SERVER_DIED = 70;

	private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

	private final Path folder;

	private final Secrets secrets;

	private final FileChannel lock;

	private final EmbeddedPostgres server;

	private volatile boolean closing;

	private EmbeddedDatabase(Path folder, Secrets secrets, FileChannel lock, EmbeddedPostgres server) {
		this.folder = folder;
		this.secrets = secrets;
		this.lock = lock;
		this.server = server;
	}

	private record Secrets(String superuser, String owner, String app) {

		static Secrets in(Path file) throws IOException {
			if (!Files.exists(file)) {
				SecureRandom random = new SecureRandom();
				List<String> made = new ArrayList<>();
				for (int i = 0; i < 3; i++) {
					byte[] bytes = new byte[24];
					random.nextBytes(bytes);
					made.add(HexFormat.of().formatHex(bytes));
				}
				Files.createFile(file,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
				Files.write(file, made);
			}
			List<String> lines = Files.readAllLines(file);
			return new Secrets(lines.get(0), lines.get(1), lines.get(2));
		}
	}

	/**
	 * Start the server kept in a folder, making it the first time.
	 * @param folder where data, passwords and lock are kept; made if missing
	 * @return the running server
	 * @throws IllegalStateException if another running instance uses the folder, or if
	 * the port turns out to be answered by somebody else's server
	 * @throws IOException if the server does not start
	 */
	static EmbeddedDatabase start(Path folder) throws IOException, SQLException {
		Files.createDirectories(folder);
		Path root = folder.toRealPath();
		Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
		FileChannel lock = lock(root);
		try {
			return start(root, lock);
		}
		catch (IOException | SQLException | RuntimeException ex) {
			unlock(root, lock);
			throw ex;
		}
	}

	private static EmbeddedDatabase start(Path root, FileChannel lock) throws IOException, SQLException {
		Path data = root.resolve("postgresql");
		Path initialised = root.resolve("initialised");
		stopOrphan(data);
		if (Files.exists(data) && !Files.exists(initialised)) {
			Path aside = root.resolve("half-made-" + System.currentTimeMillis());
			Files.move(data, aside);
			log.warn("An earlier first start was cut short; its half-made data were moved to {}", aside);
		}
		Secrets secrets = Secrets.in(root.resolve("secrets"));
		EmbeddedPostgres server = launch(root, data, Files.exists(initialised) ? secrets : null);
		try {
			try (Connection connection = server.getPostgresDatabase().getConnection()) {
				requireOurs(connection, data, server.getPort());
				if (!Files.exists(initialised)) {
					initialise(connection, server, data, secrets);
					Files.createFile(initialised);
				}
			}
			EmbeddedDatabase database = new EmbeddedDatabase(root, secrets, lock, server);
			database.endWithServer(postmaster(data));
			return database;
		}
		catch (IOException | SQLException | RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	/**
	 * One instance a folder. Within one process a set says so, for there a second lock on
	 * the file cannot even be tried: closing it would release the first.
	 */
	private static FileChannel lock(Path root) throws IOException {
		if (IN_USE.add(root)) {
			FileChannel lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (lock.tryLock() != null) {
				return lock;
			}
			unlock(root, lock);
		}
		throw new IllegalStateException("The data folder " + root
				+ " is used by another running instance. Stop it, or set mandate.data-directory to another folder.");
	}

	private static void unlock(Path root, FileChannel lock) throws IOException {
		lock.close();
		IN_USE.remove(root);
	}

	private static EmbeddedPostgres launch(Path root, Path data, @Nullable Secrets known) throws IOException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setOverrideWorkingDirectory(root.resolve("binaries").toFile())
			.setPGStartupWait(Duration.ofSeconds(60))
			.setLocaleConfig("locale", "C.UTF-8")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("max_connections", "40")
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("unix_socket_directories", "''")
			.setServerConfig("password_encryption", "scram-sha-256");
		if (known != null) {
			builder.setConnectConfig("password", known.superuser());
		}
		return builder.start();
	}

	private static void requireOurs(Connection connection, Path data, int port) throws SQLException, IOException {
		try (var statement = connection.createStatement(); var rows = statement.executeQuery("show data_directory")) {
			rows.next();
			String answered = rows.getString(1);
			if (!Path.of(answered).toRealPath().equals(data.toRealPath())) {
				throw new IllegalStateException(
						"Port " + port + " is answered by another PostgreSQL server, whose data are in " + answered);
			}
		}
	}

	private static void initialise(Connection connection, EmbeddedPostgres server, Path data, Secrets secrets)
			throws SQLException, IOException {
		try (var statement = connection.createStatement()) {
			statement.execute("alter role postgres password '" + secrets.superuser() + "'");
			DatabaseRoles.create(server(server), "postgres", secrets.superuser(),
					new DatabaseRoles.Passwords(secrets.owner(), secrets.app(), null));
			Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
			statement.execute("select pg_reload_conf()");
		}
	}

	private static String server(EmbeddedPostgres server) {
		return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
	}

	private static long postmaster(Path data) throws IOException {
		return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim());
	}

	/**
	 * After a kill the server of the last run may still be there: ours is stopped; a
	 * stale file that names a stranger's process is deleted, and the process left alone.
	 */
	private static void stopOrphan(Path data) throws IOException {
		Path file = data.resolve("postmaster.pid");
		if (!Files.exists(file)) {
			return;
		}
		long pid = postmaster(data);
		if (!runsIn(pid, data)) {
			Files.deleteIfExists(file);
			return;
		}
		log.warn("Stopping the database server {} left over from an earlier run", pid);
		try {
			new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
			var exit = ProcessHandle.of(pid).map(ProcessHandle::onExit);
			if (exit.isPresent()) {
				exit.get().get(30, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while stopping the database server " + pid, ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("The database server " + pid + " of an earlier run does not stop", ex);
		}
	}

	private static boolean runsIn(long pid, Path data) {
		try {
			Path proc = Path.of("/proc", Long.toString(pid), "cwd");
			if (Files.exists(Path.of("/proc/self"))) {
				return data.toRealPath().equals(Files.readSymbolicLink(proc));
			}
			return ProcessHandle.of(pid)
				.flatMap((process) -> process.info().commandLine())
				.filter((command) -> command.contains(data.toString()))
				.isPresent();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void endWithServer(long pid) {
		ProcessHandle.of(pid).ifPresent((process) -> process.onExit().thenRun(() -> {
			if (!this.closing) {
				System.err.println("The embedded database server ended; the application ends too, to be restarted.");
				Runtime.getRuntime().halt(SERVER_DIED);
			}
		}));
	}

	Path folder() {
		return this.folder;
	}

	String url() {
		return DatabaseRoles.url(server(this.server));
	}

	String superuserPassword() {
		return this.secrets.superuser();
	}

	String ownerPassword() {
		return this.secrets.owner();
	}

	String appPassword() {
		return this.secrets.app();
	}

	@Override
	public void close() throws IOException {
		this.closing = true;
		this.server.close();
		unlock(this.folder, this.lock);
	}

}
