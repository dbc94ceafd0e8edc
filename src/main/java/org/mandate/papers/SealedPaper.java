package org.mandate.papers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.mandate.audit.Trail;
import org.mandate.documents.CanonicalJson;
import org.mandate.documents.Document;
import org.mandate.forms.London;

/**
 * A paper as it was when the governing body resolved, with what proves it.
 *
 * @param number of the recommendation it is about, within the appraisal
 * @param paper the paper; null when what is kept can no longer be read as one
 * @param sha256 hash of its content as noted when it was sealed, in hex
 * @param recomputed hash of its content as it is kept now
 * @param sealed end of the audit chain when it was sealed; the event there names the hash
 * @param onRecord hash that this event names; null when the chain no longer holds the
 * event
 * @param sealedAt when it was sealed
 * @param latest number of the latest sealed paper of the appraisal
 */
public record SealedPaper(int number, @Nullable Paper paper, String sha256, String recomputed, Trail.Head sealed,
		@Nullable String onRecord, Instant sealedAt, int latest) {

	/** The paper as a document of a kind; null when it can no longer be read. */
	public @Nullable Document document(Kind kind) {
		return (this.paper != null) ? Composition.compose(this.paper, kind, proof()) : null;
	}

	private Proof proof() {
		return proof(this.number, this.sha256, this.sealed, this.sealedAt);
	}

	static Proof proof(int number, String sha256, Trail.Head sealed, Instant at) {
		return new Proof("Sealed paper %d, %s".formatted(number, London.date(at)), sha256, sealed, at, true);
	}

	/** What files are made from; null when it can no longer be read. */
	PaperFiles.@Nullable Source source() {
		return (this.paper != null) ? new PaperFiles.Source(CanonicalJson.write(this.paper), proof()) : null;
	}

	/**
	 * Whether its content is what was sealed: the hash recomputed from it is the one
	 * noted beside it and the one in the audit trail.
	 */
	public boolean intact() {
		return this.sha256.equals(this.recomputed) && this.sha256.equals(this.onRecord);
	}

	/** What does not agree, as a sentence; null when it is intact. */
	public @Nullable String problem() {
		if (!this.sha256.equals(this.recomputed)) {
			return "Its content was changed after it was sealed: the hash of what is kept is not the hash noted then.";
		}
		if (this.onRecord == null) {
			return "The audit trail no longer holds the event with which it was sealed.";
		}
		return intact() ? null : "The hash noted beside it is not the one in the audit trail.";
	}

	/** Whether a later paper was sealed. */
	public boolean superseded() {
		return this.latest > this.number;
	}

}
