package org.mandate.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class KilledWhileSavingTests {

	@Test
	void losesNothingThatWasConfirmed(@TempDir Path temporary) throws Exception {
		Path folder = temporary.resolve("data");
		List<String> confirmed;
		try (ChildProcess application = ChildProcess.start(temporary.resolve("first"), SavingProcess.class,
				List.of(folder.toString(), "save"))) {
			while (words(application, "saved ").size() < 200) {
				application.await((line) -> line.startsWith("saved "));
				Thread.sleep(20);
			}
			long server = Long
				.parseLong(Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).getFirst().trim());
			List<ProcessHandle> workers = ProcessHandle.of(server).orElseThrow().descendants().toList();
			ChildProcess.signal("KILL", server);
			application.kill();
			workers.forEach(ProcessHandle::destroyForcibly);
			confirmed = words(application, "saved ");
		}
		try (ChildProcess application = ChildProcess.start(temporary.resolve("second"), SavingProcess.class,
				List.of(folder.toString(), "look"))) {
			String verified = application.await((line) -> line.startsWith("verified "));
			List<String> kept = words(application, "kept ");
			assertThat(confirmed).hasSizeGreaterThanOrEqualTo(200);
			assertThat(kept).containsAll(confirmed);
			assertThat(verified).isEqualTo("verified true " + (kept.size() + 1));
		}
	}

	/** Whole lines only: the last one may have been cut by the kill. */
	private static List<String> words(ChildProcess process, String prefix) {
		return process.lines()
			.stream()
			.filter((line) -> line.startsWith(prefix) && line.length() >= prefix.length() + 36)
			.map((line) -> line.substring(prefix.length()))
			.toList();
	}

}
