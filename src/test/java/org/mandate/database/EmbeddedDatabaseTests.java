package org.mandate.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisabledOnOs(OS.WINDOWS)
class EmbeddedDatabaseTests {

	@TempDir
	private static Path temporary;

	private static Path folder;

	@BeforeAll
	static void makeOne() throws Exception {
		folder = temporary.resolve("data").toAbsolutePath();
		try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
			execute(database, "create table kept (word text)");
			execute(database, "insert into kept values ('kept')");
		}
	}

	@AfterAll
	static void keepsWhatWasCommittedThroughAllOfThis() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
			assertThat(kept(database)).isEqualTo("kept");
		}
	}

	@Test
	void refusesASecondInstanceOnTheSameFolder(TestInfo test) throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> EmbeddedDatabase.start(folder))
				.withMessageContaining("used by another running instance")
				.withMessageContaining("mandate.data-directory");
			try (ChildProcess second = start(test)) {
				assertThat(second.exitStatus()).isEqualTo(1);
				assertThat(second.lines()).anyMatch((line) -> line.contains("used by another running instance"));
			}
			assertThat(kept(database)).isEqualTo("kept");
		}
	}

	@Test
	void stopsItsOwnServerLeftOverFromAKilledRun(TestInfo test) throws Exception {
		try (ChildProcess killed = start(test)) {
			long orphan = postmaster(killed);
			killed.kill();
			assertThat(isAlive(orphan)).isTrue();
			try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
				assertThat(isAlive(orphan)).isFalse();
				assertThat(kept(database)).isEqualTo("kept");
			}
		}
	}

	@Test
	void leavesAStrangerAloneThatHasTheNumberOfAnEarlierServer() throws Exception {
		Process stranger = new ProcessBuilder("sleep", "120").start();
		try {
			Files.write(folder.resolve("postgresql/postmaster.pid"),
					List.of(Long.toString(stranger.pid()), folder.resolve("postgresql").toString()));
			try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
				assertThat(kept(database)).isEqualTo("kept");
			}
			assertThat(stranger.isAlive()).isTrue();
		}
		finally {
			stranger.destroyForcibly().waitFor();
		}
	}

	@Test
	void endsTheProcessWithStatus70WhenTheServerIsKilled(TestInfo test) throws Exception {
		try (ChildProcess process = start(test)) {
			ChildProcess.signal("KILL", postmaster(process));
			assertThat(process.exitStatus()).isEqualTo(EmbeddedDatabase.SERVER_DIED).isEqualTo(70);
			assertThat(process.lines()).anyMatch((line) -> line.contains("The embedded database server ended"));
		}
	}

	@Test
	void movesAsideWhatACutShortFirstStartLeft() throws Exception {
		Path half = temporary.resolve("half");
		Files.createDirectories(half.resolve("postgresql"));
		Files.writeString(half.resolve("postgresql/PG_VERSION"), "18\n");
		try (EmbeddedDatabase database = EmbeddedDatabase.start(half); Stream<Path> inside = Files.list(half)) {
			execute(database, "create table works (word text)");
			assertThat(inside.filter((file) -> file.getFileName().toString().startsWith("half-made-"))).singleElement()
				.satisfies((aside) -> assertThat(aside.resolve("PG_VERSION")).exists());
		}
	}

	@Test
	void keepsStrangersOut() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
				.isEqualTo("rw-------");
			assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "postgres"))
				.withMessageContaining("password authentication failed");
		}
	}

	@Test
	void writesToDiskBeforeItConfirms() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
			assertThat(answer(database, "show fsync")).isEqualTo("on");
			assertThat(answer(database, "show synchronous_commit")).isEqualTo("on");
			assertThat(answer(database, "show full_page_writes")).isEqualTo("on");
		}
	}

	private static ChildProcess start(TestInfo test) throws IOException {
		return ChildProcess.start(temporary.resolve(test.getTestMethod().orElseThrow().getName()),
				EmbeddedDatabaseProcess.class, List.of(folder.toString()));
	}

	private static long postmaster(ChildProcess process) throws Exception {
		return Long.parseLong(process.await((line) -> line.startsWith("ready ")).substring("ready ".length()));
	}

	private static boolean isAlive(long pid) throws Exception {
		var process = ProcessHandle.of(pid);
		if (process.isPresent() && process.get().info().command().isEmpty()) {
			// Ended, and not yet collected by its parent.
			process.get().onExit().get(5, TimeUnit.SECONDS);
		}
		return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
	}

	private static String kept(EmbeddedDatabase database) throws SQLException {
		return answer(database, "select word from kept");
	}

	private static String answer(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = owner(database);
				var statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
		try (Connection connection = owner(database); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static Connection owner(EmbeddedDatabase database) throws SQLException {
		return DriverManager.getConnection(database.url(), DatabaseRoles.OWNER, database.ownerPassword());
	}

}
