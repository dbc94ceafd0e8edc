package org.mandate.deadlines;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How long before another step each step is taken. Neither the guidance nor any source
 * gives these: they are the organisation's own choice, and the defaults are only where it
 * begins.
 *
 * @param papers working days between the papers going out and the meeting
 * @param notice working days between the notice of a meeting and the meeting
 * @param counting working days between the end of the vote and the papers going out
 * @param voting days for which a ballot is open
 * @param consulting days between consulting the local medical committee and the
 * submission; "well in advance" (BMA 2016)
 * @param amending days that members have for an amendment of the constitution before it
 * is submitted
 * @param attesting working days between the attestations and the submission
 * @param reminders days before a step is due on which those who are to take it are
 * reminded, the longest first
 */
public record LeadTimes(int papers, int notice, int counting, int voting, int consulting, int amending, int attesting,
		List<Integer> reminders) {

	/** Where an organisation begins. */
	public static final LeadTimes DEFAULTS = new LeadTimes(5, 10, 2, 14, 28, 28, 1, List.of(14, 7, 1));

	public LeadTimes {
		reminders = List.copyOf(reminders);
	}

	/** "14, 7, 1". */
	public String reminderWords() {
		return this.reminders.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

	/** As kept: "14,7,1". */
	String remindersKept() {
		return this.reminders.stream().map(String::valueOf).collect(Collectors.joining(","));
	}

	static List<Integer> reminders(String kept) {
		return kept.isEmpty() ? List.of() : Arrays.stream(kept.split(",")).map(Integer::valueOf).toList();
	}

	/** The last day for papers to go out. */
	LocalDate papersBefore(LocalDate meeting) {
		return WorkingDays.before(meeting, this.papers);
	}

	/** The last day for notice of a meeting. */
	LocalDate noticeBefore(LocalDate meeting) {
		return WorkingDays.before(meeting, this.notice);
	}

	/** The last day of the vote. */
	LocalDate ballotClosesBefore(LocalDate papersOut) {
		return WorkingDays.before(papersOut, this.counting);
	}

}
