package org.mandate.recommendations;

import java.util.List;

import org.mandate.appraisals.AppraisalSummary;

/**
 * A module that says what the paper of an appraisal still lacks before it goes to the
 * governing body. Implemented by the modules that keep parts of the paper; asked within a
 * transaction, and expected to answer with a fixed number of statements. Its findings
 * stand in the order of the beans.
 */
public interface PaperCheck {

	/** What there is to say of the paper as it stands; empty where all is there. */
	List<Finding> findings(AppraisalSummary appraisal);

	/**
	 * Something about the paper.
	 *
	 * @param level how much it matters
	 * @param sentence what it is, as a whole sentence without a full stop
	 * @param path where it is put right, below the organisation's address:
	 * "/appraisals/2015-16/paper/cover"
	 */
	record Finding(Level level, String sentence, String path) {

		/** Whether it stands in the way. */
		public boolean missing() {
			return this.level == Level.MISSING;
		}

	}

	/** How much a finding matters. */
	enum Level {

		/** Stands in the way: the paper is put without it only for a stated reason. */
		MISSING,

		/** Worth a look; does not stand in the way. */
		LOOK

	}

}
