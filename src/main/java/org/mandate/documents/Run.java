package org.mandate.documents;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a line. Texts are plain: what looks like markup in them is shown as it is.
 */
public sealed interface Run {

	/** What it says, without its looks. */
	String plain();

	/** Text as it is. */
	static Run text(String text) {
		return new Text(text, Look.PLAIN, null);
	}

	/** Text that stands out. */
	static Run strong(String text) {
		return new Text(text, Look.STRONG, null);
	}

	/** Text that is stressed. */
	static Run emphasis(String text) {
		return new Text(text, Look.EMPHASIS, null);
	}

	/** A hash or a key. */
	static Run code(String text) {
		return new Text(text, Look.CODE, null);
	}

	/**
	 * Text with the record behind it.
	 * @param text what it says
	 * @param path address of the record, below the organisation's; null where there is
	 * none
	 */
	static Run recorded(String text, @Nullable String path) {
		return new Text(text, Look.PLAIN, (path != null) ? new Link.Recorded(path, false) : null);
	}

	/**
	 * A way to a record for those who read on the screen; left out where it cannot be
	 * followed.
	 * @param text what it says
	 * @param path address of the record, below the organisation's
	 */
	static Run way(String text, String path) {
		return new Text(text, Look.PLAIN, new Link.Recorded(path, true));
	}

	/** References to entries of the list of sources, by their numbers. */
	static Run cited(List<Integer> numbers) {
		return new Cited(numbers);
	}

	/** How text looks. */
	enum Look {

		/** As the text around it. */
		PLAIN,

		/** Stands out. */
		STRONG,

		/** Stressed. */
		EMPHASIS,

		/** Both. */
		STRONG_EMPHASIS,

		/** A hash or a key. */
		CODE

	}

	/**
	 * Text; line breaks in it are kept.
	 *
	 * @param plain what it says
	 * @param look how it looks
	 * @param link where it leads; null where nowhere
	 */
	record Text(String plain, Look look, @Nullable Link link) implements Run {
	}

	/**
	 * References to sources.
	 *
	 * @param numbers their numbers, in order
	 */
	record Cited(List<Integer> numbers) implements Run {

		public Cited {
			numbers = List.copyOf(numbers);
		}

		@Override
		public String plain() {
			StringBuilder text = new StringBuilder();
			this.numbers.forEach((number) -> text.append('[').append(number).append(']'));
			return text.toString();
		}

	}

	/** Where text leads. */
	sealed interface Link {

		/**
		 * The record behind a figure.
		 *
		 * @param path its address below the organisation's
		 * @param alone whether the text says nothing where the link cannot be followed
		 */
		record Recorded(String path, boolean alone) implements Link {
		}

		/**
		 * An address elsewhere.
		 *
		 * @param address http, https or mailto
		 */
		record Elsewhere(String address) implements Link {
		}

	}

}
