package org.mandate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast returns are taken: one director for each of many localities returns over HTTP
 * to the application, which runs in a process of its own beside its embedded database.
 * Once they come spread over a while, and once, in another organisation, all at the same
 * moment. Ends with status 1 if a request was refused or a return is not on record.
 * {@code docs/operations.md} has the command.
 */
final class ReturnsBenchmark {

	private ReturnsBenchmark() {
	}

	/**
	 * Run it.
	 * @param arguments how many directors, and over how many seconds they come
	 */
	public static void main(String[] arguments) throws Exception {
		int directors = Integer.parseInt(arguments[0]);
		Duration spread = Duration.ofSeconds(Integer.parseInt(arguments[1]));
		Path folder = Files.createTempDirectory("mandate-benchmark");
		boolean good;
		try {
			System.out.printf("Setting up two organisations of %d localities in %s%n", directors, folder);
			List<Poll> polls = Poll.setUp(folder.resolve("data"), List.of("98Y", "98Z"), directors);
			try (Server server = Server.start(folder)) {
				machine(server);
				good = measured(server, polls.getFirst(), spread);
				good &= measured(server, polls.getLast(), Duration.ZERO);
			}
		}
		finally {
			remove(folder);
		}
		System.exit(good ? 0 : 1);
	}

	private static void machine(Server server) {
		System.out.printf(
				"%s: %d processors, %s %s, Java %s, application started with %s; the directors share the processors%n",
				Instant.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
				System.getProperty("os.arch"), Runtime.version(), String.join(" ", Server.OPTIONS));
	}

	private static boolean measured(Server server, Poll poll, Duration spread) throws Exception {
		try (HttpClient client = Browser.client()) {
			Run run = new Run(server.address(), client, poll, spread);
			run.signIn();
			double load = load();
			Duration before = server.processorTime();
			run.go();
			Duration used = server.processorTime().minus(before);
			System.out.printf(Locale.ROOT, "%n%s%n", run.report());
			System.out.printf(Locale.ROOT,
					"processor time of the application, without its database: %.1f ms a return; load of the machine %.2f before, %.2f after%n",
					used.toNanos() / 1e6 / poll.directors().size(), load, load());
			return run.isGood();
		}
	}

	private static double load() {
		return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
	}

	private static void remove(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
