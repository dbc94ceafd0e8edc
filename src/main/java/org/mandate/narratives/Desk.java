package org.mandate.narratives;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.forms.London;

/**
 * Somebody who has a section open for writing, and what they typed and have not saved.
 *
 * @param section which
 * @param person who
 * @param name of that person
 * @param since since when
 * @param seenAt when they were last heard of
 * @param draft what they typed; null where nothing is kept
 */
public record Desk(Section section, MemberId person, String name, Instant since, Instant seenAt,
		@Nullable Draft draft) {

	/** After so long without a sign somebody is no longer taken to be writing. */
	static final Duration PATIENCE = Duration.ofMinutes(5);

	/**
	 * What somebody typed and has not saved.
	 *
	 * @param basis number of the version it was written from; 0 for none
	 * @param text as typed
	 * @param keptAt when it was kept
	 */
	public record Draft(int basis, String text, Instant keptAt) {
	}

	/** "Jane Smith is editing this section (since 10:05am)". */
	public String words() {
		return "%s is editing this section (since %s)".formatted(this.name,
				London.time(this.since.atZone(London.ZONE).toLocalTime()));
	}

	boolean isOf(Member member) {
		return this.person.equals(member.id());
	}

	boolean isBusy(Instant now) {
		return this.seenAt.plus(PATIENCE).isAfter(now);
	}

}
