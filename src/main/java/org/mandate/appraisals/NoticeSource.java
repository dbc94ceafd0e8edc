package org.mandate.appraisals;

import java.util.Optional;

import org.mandate.access.Member;

/**
 * A module that tells somebody of a duty of their own where they begin. Implemented by
 * the modules that know of one; asked once a page, within a transaction, and expected to
 * answer with one query.
 */
public interface NoticeSource {

	/**
	 * Something that somebody has to do.
	 *
	 * @param text what, and by when
	 * @param action the words of the link to where they do it
	 * @param path its address below the organisation's: "/interests"
	 */
	record Notice(String text, String action, String path) {
	}

	/** What a member has to do; empty where there is nothing. */
	Optional<Notice> notice(Member member);

}
