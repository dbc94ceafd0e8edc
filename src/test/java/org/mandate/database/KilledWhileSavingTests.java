package org.mandate.database;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mandate.Mandate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Returns are saved through the forms of the running application while it and its
 * database server are killed: what a person was told is saved, is there afterwards.
 */
@DisabledOnOs(OS.WINDOWS)
class KilledWhileSavingTests {

	private static final String BALLOT = "/10q/appraisals/2015-16/ballots/1";

	private static final List<String> CORRECTED = List.of("north", "north-east", "city", "west");

	private static final int ENOUGH = 60;

	/** Reasons of corrections that were answered as saved. */
	private final ConcurrentLinkedQueue<String> corrected = new ConcurrentLinkedQueue<>();

	/** Drafts of one locality: the last that was answered as saved, and the last sent. */
	private final AtomicReference<Draft> saved = new AtomicReference<>(new Draft(0));

	private final AtomicReference<Draft> sent = new AtomicReference<>(new Draft(0));

	/** The figures of the draft that was sent as the nth, different from those before. */
	private record Draft(int turn) {

		String prefersFirst() {
			return Integer.toString(this.turn % 7);
		}

		String agrees() {
			return Integer.toString(this.turn / 7 % 7);
		}

	}

	@Test
	void losesNoReturnThatWasAcknowledged(@TempDir Path temporary) throws Exception {
		Path folder = temporary.resolve("data");
		try (ChildProcess application = start(temporary.resolve("first"), folder)) {
			List<Thread> people = new ArrayList<>();
			int port = port(application);
			CORRECTED.forEach((locality) -> people.add(Thread.ofPlatform().start(() -> correct(port, locality))));
			people.add(Thread.ofPlatform().start(() -> draft(port)));
			while (this.corrected.size() < ENOUGH || this.saved.get().turn() < ENOUGH / 6) {
				assertThat(people).as("saving without a failure").allMatch(Thread::isAlive);
				assertThat(application.isAlive()).isTrue();
				Thread.sleep(20);
			}
			kill(application, folder);
			for (Thread person : people) {
				person.join();
			}
		}
		try (ChildProcess application = start(temporary.resolve("second"), folder)) {
			int port = port(application);
			try (HttpClient client = HttpClient.newHttpClient()) {
				Person manager = Person.signIn(client, port, "Sam Rowan");
				assertThat(manager.page(BALLOT + "/results")
					.select("section[aria-labelledby=corrections] p > strong")
					.eachText()).doesNotHaveDuplicates().containsAll(this.corrected);
				Document draft = Person.signIn(client, port, "Alex Hazel").page(BALLOT + "/returns/south-west");
				assertThat(new String[] { draft.select("input[name='votes[0]']").val(),
						draft.select("input[name='votes[1]']").val() })
					.isIn(figures(this.saved.get()), figures(this.sent.get()));
				assertThat(Person.signIn(client, port, "Robin Ash").page("/10q/audit").text())
					.contains("The record is intact");
			}
		}
	}

	private static String[] figures(Draft draft) {
		return new String[] { draft.prefersFirst(), draft.agrees() };
	}

	/**
	 * The manager corrects the accepted figures of a locality until there is no answer.
	 */
	private void correct(int port, String locality) {
		String address = BALLOT + "/returns/" + locality + "/correction";
		saving(port, "Sam Rowan", (manager, turn) -> {
			String reason = "Counted again " + UUID.randomUUID();
			String seen = manager.page(address).select("input[name=seen]").val();
			if (manager.saves(address, Map.of("votes[0]", Integer.toString(turn % 4), "votes[1]", "5", "votes[2]", "0",
					"abstained", "", "seen", seen, "reason", reason))) {
				this.corrected.add(reason);
			}
		});
	}

	/** The director of South West saves drafts until there is no answer. */
	private void draft(int port) {
		String address = BALLOT + "/returns/south-west";
		saving(port, "Alex Hazel", (director, turn) -> {
			Draft draft = new Draft(turn);
			String seen = director.page(address).select("input[name=seen]").val();
			this.sent.set(draft);
			if (director.saves(address, Map.of("votes[0]", draft.prefersFirst(), "votes[1]", draft.agrees(), "votes[2]",
					"1", "abstained", "", "seen", seen))) {
				this.saved.set(draft);
			}
		});
	}

	private interface Saving {

		void save(Person person, int turn) throws IOException, InterruptedException;

	}

	private static void saving(int port, String name, Saving saving) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			Person person = Person.signIn(client, port, name);
			for (int turn = 1; true; turn++) {
				saving.save(person, turn);
			}
		}
		catch (IOException ex) {
			// The application is gone, as intended.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void kill(ChildProcess application, Path folder) throws Exception {
		long server = Long.parseLong(Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).getFirst().trim());
		List<ProcessHandle> workers = ProcessHandle.of(server).orElseThrow().descendants().toList();
		ChildProcess.signal("KILL", server);
		application.kill();
		workers.forEach(ProcessHandle::destroyForcibly);
	}

	private static ChildProcess start(Path output, Path folder) throws IOException {
		return ChildProcess.start(output, Mandate.class,
				List.of("--mandate.data-directory=" + folder, "--server.port=0"));
	}

	/** Ready, with the demonstration loaded. */
	private static int port(ChildProcess application) throws Exception {
		application.await((line) -> line.contains("Roles to try, without a password"));
		String ready = application.await((line) -> line.contains("Mandate is ready at http://localhost:"));
		return Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1).strip());
	}

}
