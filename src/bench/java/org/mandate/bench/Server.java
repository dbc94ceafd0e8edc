package org.mandate.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.mandate.Mandate;

/**
 * The application in a process of its own, with the memory that its image gives it.
 */
final class Server implements AutoCloseable {

	/** What Java is told. */
	static final List<String> OPTIONS = List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC");

	private static final Pattern READY = Pattern.compile("Mandate is ready at (http://localhost:\\d+)");

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Process process;

	private final URI address;

	private Server(Process process, URI address) {
		this.process = process;
		this.address = address;
	}

	/** Starts it on the data in a folder. */
	static Server start(Path folder) throws IOException, InterruptedException {
		Path log = folder.resolve("log");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(OPTIONS);
		command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				Mandate.class.getName(), "--mandate.data-directory=" + folder.resolve("data"), "--server.port=0"));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (process.isAlive() && System.nanoTime() < end) {
			Matcher ready = READY.matcher(Files.readString(log));
			if (ready.find()) {
				return new Server(process, URI.create(ready.group(1)));
			}
			Thread.sleep(200);
		}
		process.destroy();
		throw new IllegalStateException("The application did not start:\n" + Files.readString(log));
	}

	URI address() {
		return this.address;
	}

	/** What it has used of the processors so far. */
	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().completeOnTimeout(this.process, 1, TimeUnit.MINUTES).join();
		this.process.destroyForcibly().onExit().join();
	}

}
