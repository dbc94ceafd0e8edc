package org.mandate.papers;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.documents.Format;

/**
 * A file that a paper is, or is to be, made into.
 *
 * @param id its name in addresses
 * @param sealed number of the sealed paper it is made of; null for the paper as the
 * record stood when it was asked for
 * @param kind what is made of the paper
 * @param format the kind of file
 * @param requestedAt when it was asked for
 * @param state how far it is
 * @param size in bytes; null before it is made
 */
public record PaperFile(UUID id, @Nullable Integer sealed, Kind kind, Format format, Instant requestedAt, State state,
		@Nullable Integer size) {

	/** How far a file is. */
	public enum State {

		/** Others are made first. */
		WAITING("Waiting"),

		/** It is being made. */
		BEGUN("Being made"),

		/** It can be downloaded. */
		READY("Ready"),

		/** It was tried three times in vain. */
		FAILED("Could not be made");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** Whether nothing more will happen to it. */
	public boolean ended() {
		return this.state == State.READY || this.state == State.FAILED;
	}

	/** Whether it can be downloaded. */
	public boolean ready() {
		return this.state == State.READY;
	}

	/** "Executive summary, PDF". */
	public String title() {
		return "%s, %s".formatted(this.kind.label(), this.format.label());
	}

	/** How large it is, in words; empty before it is made. */
	public String sizeWords() {
		return (this.size != null) ? "%d KB".formatted(Math.max(1, Math.round(this.size / 1024.0))) : "";
	}

	/** Its name when it is downloaded: "executive-summary-2015-16.pdf". */
	public String name(String year) {
		return "%s-%s%s.%s".formatted(this.kind.slug(), year, (this.sealed != null) ? "-sealed-" + this.sealed : "",
				this.format.extension());
	}

}
