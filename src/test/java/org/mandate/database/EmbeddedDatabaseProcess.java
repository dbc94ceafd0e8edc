package org.mandate.database;

import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps an embedded database running in a process of its own until it is ended. */
final class EmbeddedDatabaseProcess {

	private EmbeddedDatabaseProcess() {
	}

	static void main(String[] arguments) throws Exception {
		Path folder = Path.of(arguments[0]);
		EmbeddedDatabase database = EmbeddedDatabase.start(folder);
		System.out
			.println("ready " + Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).getFirst().trim());
		Thread.sleep(120_000);
		database.close();
	}

}
