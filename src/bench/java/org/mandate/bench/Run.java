package org.mandate.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every director of a ballot returns once. They come at moments chosen by chance, the
 * same in each run; what one takes is counted from that moment, not from when the
 * benchmark got round to it.
 */
final class Run {

	private final URI address;

	private final HttpClient client;

	private final Poll poll;

	private final Duration spread;

	private final Map<Director, Browser> browsers = new HashMap<>();

	private final ConcurrentLinkedQueue<Long> returns = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

	private final AtomicLong last = new AtomicLong();

	private final List<String> lost = new ArrayList<>();

	private boolean intact;

	Run(URI address, HttpClient client, Poll poll, Duration spread) {
		this.address = address;
		this.client = client;
		this.poll = poll;
		this.spread = spread;
	}

	/** Each director in a session of their own. */
	void signIn() throws IOException, InterruptedException {
		for (Director director : this.poll.directors()) {
			Browser browser = new Browser(this.client, this.address);
			browser.signIn(this.poll.organisation(), director.person());
			this.browsers.put(director, browser);
		}
	}

	/** All return, and the record is read. */
	void go() throws IOException, InterruptedException {
		Random chance = new Random(2015);
		List<Thread> threads = new ArrayList<>();
		long start = System.nanoTime();
		for (Director director : this.poll.directors()) {
			long arrival = start + (long) (chance.nextDouble() * this.spread.toNanos());
			threads.add(Thread.ofVirtual().start(() -> comes(director, start, arrival)));
		}
		for (Thread thread : threads) {
			thread.join();
		}
		readRecord();
	}

	private void comes(Director director, long start, long arrival) {
		try {
			Thread.sleep(Duration.ofNanos(Math.max(0, arrival - System.nanoTime())));
			director.give(this.browsers.get(director), this.poll.ballot());
			long end = System.nanoTime();
			this.returns.add(end - arrival);
			this.last.accumulateAndGet(end - start, Math::max);
		}
		catch (IOException | RuntimeException ex) {
			this.refused.add(director.locality() + ": " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void readRecord() throws IOException, InterruptedException {
		Browser manager = new Browser(this.client, this.address);
		manager.signIn(this.poll.organisation(), this.poll.manager());
		JsonNode export = JsonMapper.shared().readTree(manager.page(this.poll.ballot() + "/export.json"));
		Map<String, JsonNode> units = new HashMap<>();
		export.get("mandate")
			.get("ballot")
			.get("units")
			.forEach((unit) -> units.put(unit.get("slug").asString(), unit));
		this.poll.directors()
			.stream()
			.filter((director) -> !director.isOnRecord(units.get(director.locality())))
			.forEach((director) -> this.lost.add(director.locality()));
		this.intact = manager.page("/" + this.poll.organisation() + "/audit").contains("The record is intact");
	}

	/** Whether nothing was refused, nothing lost, and the audit trail is intact. */
	boolean isGood() {
		return this.refused.isEmpty() && this.lost.isEmpty() && this.intact;
	}

	/** What came of it. */
	String report() {
		int directors = this.poll.directors().size();
		double seconds = this.last.get() / 1e9;
		List<String> lines = new ArrayList<>();
		lines.add(this.spread.isZero() ? directors + " directors, all at once"
				: "%d directors, spread over %d seconds".formatted(directors, this.spread.toSeconds()));
		lines.add("%d returned, %d refused, %d not on record as sent, audit trail %s".formatted(this.returns.size(),
				this.refused.size(), this.lost.size(), this.intact ? "intact" : "NOT INTACT"));
		lines.add(String.format(Locale.ROOT, "the last was done after %.1f s: %.1f returns a second", seconds,
				this.returns.size() / seconds));
		lines.add(line("a whole return", this.returns.stream().toList()));
		lines.add(line("each of its 2 forms",
				this.browsers.values().stream().flatMap((each) -> each.forms().stream()).toList()));
		lines.add(line("each of its 3 pages",
				this.browsers.values().stream().flatMap((each) -> each.pages().stream()).toList()));
		this.refused.stream().limit(5).forEach((refusal) -> lines.add("refused: " + refusal));
		this.lost.stream().limit(5).forEach((locality) -> lines.add("not on record: " + locality));
		return String.join("\n", lines);
	}

	private static String line(String what, List<Long> nanoseconds) {
		List<Long> sorted = nanoseconds.stream().sorted().toList();
		return String.format(Locale.ROOT, "%-20s p50 %6.0f ms, p99 %6.0f ms, longest %6.0f ms", what, at(sorted, 50),
				at(sorted, 99), at(sorted, 100));
	}

	/** The smallest time that a percentage of all did not exceed, in milliseconds. */
	private static double at(List<Long> sorted, int percentage) {
		return sorted.isEmpty() ? Double.NaN : sorted.get(Math.ceilDiv(sorted.size() * percentage, 100) - 1) / 1e6;
	}

}
