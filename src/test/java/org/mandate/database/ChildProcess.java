package org.mandate.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A Java process started by a test, to be killed by it.
 */
final class ChildProcess implements AutoCloseable {

	private final Process process;

	private final Path output;

	private ChildProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	static ChildProcess start(Path output, Class<?> main, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(arguments);
		return new ChildProcess(
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	List<String> lines() {
		try {
			return Files.readAllLines(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The first line of output for which something holds, as soon as there is one. */
	String await(Predicate<String> wanted) throws Exception {
		Instant end = Instant.now().plus(Duration.ofSeconds(120));
		while (Instant.now().isBefore(end)) {
			boolean alive = this.process.isAlive();
			var line = lines().stream().filter(wanted).findFirst();
			if (line.isPresent()) {
				return line.get();
			}
			if (!alive) {
				throw new IllegalStateException("The process ended: " + String.join("\n", lines()));
			}
			Thread.sleep(50);
		}
		throw new TimeoutException(String.join("\n", lines()));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Kills this process alone, as {@code kill -9} does. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	int exitStatus() throws InterruptedException {
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException("The process does not end: " + String.join("\n", lines()));
		}
		return this.process.exitValue();
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
			kill();
		}
	}

	/** Sends a signal to any process. */
	static void signal(String signal, long pid) throws IOException, InterruptedException {
		new ProcessBuilder(Arrays.asList("kill", "-" + signal, Long.toString(pid))).start().waitFor();
	}

}
