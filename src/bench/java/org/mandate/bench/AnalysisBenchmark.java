package org.mandate.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.mandate.analysis.RankAcceptability;
import org.mandate.analysis.Result;
import org.mandate.scoring.Performance;

/**
 * How long the analysis of agreed scores takes: ten options, fifteen criteria, with the
 * rank acceptability of ten thousand samples in it. Each matrix is another one, so
 * nothing is found ready. {@code docs/operations.md} has the command.
 */
final class AnalysisBenchmark {

	private static final int OPTIONS = 10;

	private static final int CRITERIA = 15;

	private static final int RUNS = 200;

	private AnalysisBenchmark() {
	}

	/** Run it; arguments are not used. */
	public static void main(String[] arguments) {
		System.out.printf("%s: %d processors, %s %s, Java %s, load %.2f%n", Instant.now(),
				Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
				System.getProperty("os.arch"), Runtime.version(),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
		Random random = new Random(1);
		double first = milliseconds(matrix(random));
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadCpuTime();
		double[] times = new double[RUNS];
		for (int run = 0; run < RUNS; run++) {
			times[run] = milliseconds(matrix(random));
		}
		double processor = (threads.getCurrentThreadCpuTime() - before) / 1e6 / RUNS;
		Arrays.sort(times);
		System.out.printf(Locale.ROOT,
				"%d options, %d criteria, %,d samples: the first %.0f ms; then of %d runs p50 %.1f, p99 %.1f, longest %.1f ms, processor time %.1f ms each%n",
				OPTIONS, CRITERIA, RankAcceptability.SAMPLES, first, RUNS, times[RUNS / 2], times[RUNS * 99 / 100],
				times[RUNS - 1], processor);
	}

	private static double milliseconds(Performance performance) {
		long start = System.nanoTime();
		Result result = Result.of(performance);
		double taken = (System.nanoTime() - start) / 1e6;
		if (result.robustness().isEmpty()) {
			throw new IllegalStateException("No result");
		}
		return taken;
	}

	private static Performance matrix(Random random) {
		List<Performance.Weighed> criteria = new ArrayList<>();
		for (int k = 0; k < CRITERIA; k++) {
			criteria.add(new Performance.Weighed("c" + k, "Criterion " + k, (k == 0) ? 100 : random.nextInt(101)));
		}
		List<Performance.Alternative> options = new ArrayList<>();
		for (int a = 0; a < OPTIONS; a++) {
			List<Integer> scores = new ArrayList<>();
			for (int k = 0; k < CRITERIA; k++) {
				scores.add(random.nextInt(11));
			}
			options.add(new Performance.Alternative("o" + a, "Option " + a, "Name " + a, true, scores,
					BigDecimal.valueOf(random.nextInt(1_000_000))));
		}
		return new Performance(criteria, options);
	}

}
