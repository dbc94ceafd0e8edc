package org.mandate.papers;

import java.time.Instant;
import java.util.List;

import org.mandate.audit.Trail;
import org.mandate.documents.Block;
import org.mandate.documents.Run;

/**
 * What proves a paper: printed at its end.
 *
 * @param status "Draft", "Sealed paper 1, 29 January 2015"
 * @param sha256 hash of its content, in hex
 * @param head end of the audit chain when it was written
 * @param at when it was written: the date of its files
 */
record Proof(String status, String sha256, Trail.Head head, Instant at) {

	List<Block.Paragraph> lines() {
		return List.of(Block.paragraph(Run.text("Content SHA-256 "), Run.code(this.sha256)), Block.paragraph(
				Run.text("Audit trail at event %d, hash ".formatted(this.head.seq())), Run.code(this.head.hash())));
	}

	/** The hash as far as it is told at the foot of every page. */
	String foot() {
		return this.sha256.substring(0, 16);
	}

}
