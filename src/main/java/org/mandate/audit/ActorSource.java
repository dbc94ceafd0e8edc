package org.mandate.audit;

/**
 * Tells who acts now. Implemented where people sign in.
 */
public interface ActorSource {

	/**
	 * Who acts in the current thread.
	 * @return the person, or {@link Actor#SYSTEM} when the product acts by itself
	 */
	Actor current();

	/**
	 * Who did something.
	 *
	 * @param id identity of the person, or {@code system}
	 * @param name as shown at the time
	 */
	record Actor(String id, String name) {

		/** The product itself: loading, closing by the clock. */
		public static final Actor SYSTEM = new Actor("system", "Mandate");

	}

}
