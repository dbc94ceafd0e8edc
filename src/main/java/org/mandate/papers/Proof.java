package org.mandate.papers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

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
 * @param sealed whether it is a sealed paper, which anybody can have checked
 */
record Proof(String status, String sha256, Trail.Head head, Instant at, boolean sealed) {

	/**
	 * The lines at the end of a paper.
	 * @param organisation ODS code of the organisation
	 */
	List<Block.Paragraph> lines(String organisation) {
		Block.Paragraph content = Block.paragraph(Run.text("Content SHA-256 "), Run.code(this.sha256));
		Block.Paragraph trail = Block.paragraph(Run.text("Audit trail at event %d, hash ".formatted(this.head.seq())),
				Run.code(this.head.hash()));
		if (!this.sealed) {
			return List.of(content, trail);
		}
		String page = "/verification";
		return List.of(content, trail,
				Block.paragraph(
						Run.text("Whether this paper is genuine can be checked by its hash, without signing in, at "),
						Run.recorded("/%s%s".formatted(organisation.toLowerCase(Locale.ROOT), page), page),
						Run.text(" of the site that it comes from.")));
	}

	/** The hash as far as it is told at the foot of every page. */
	String foot() {
		return this.sha256.substring(0, 16);
	}

}
