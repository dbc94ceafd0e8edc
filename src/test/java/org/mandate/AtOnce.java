package org.mandate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work that many do at the same time.
 */
public final class AtOnce {

	private static final int MOST = 20;

	private AtOnce() {
	}

	/** The same work done by many, and what each got. */
	public static <T> List<T> times(int many, Callable<T> work) throws Exception {
		return all(Collections.nCopies(many, work));
	}

	/**
	 * Different work, up to 20 at a time.
	 * @return what each got, in the order of the work
	 * @throws java.util.concurrent.ExecutionException if one fails
	 */
	public static <T> List<T> all(List<Callable<T>> work) throws Exception {
		List<T> got = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(Math.min(work.size(), MOST))) {
			for (Future<T> done : threads.invokeAll(work)) {
				got.add(done.get());
			}
		}
		return got;
	}

}
