package org.mandate.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.meetings.Outcome.Result;

/**
 * A decision of a committee as anybody may read it: taken from the record of its meeting.
 * Nothing else of a meeting leaves this module for the public.
 *
 * @param id of the item of the agenda
 * @param reference such as "2015-003"
 * @param on the day of the meeting
 * @param committee which decided, as named then
 * @param title of the item
 * @param result how the committee left it
 * @param matter what lay before the committee
 * @param reason why; always there for a deferral
 * @param taking who decided, and how
 * @param publishedAt since when anybody may read it
 * @param later reference of the published decision that came after it on the same matter;
 * null for none
 */
public record PublishedDecision(UUID id, String reference, LocalDate on, String committee, String title, Result result,
		Matter matter, @Nullable String reason, Taking taking, Instant publishedAt, @Nullable String later) {

	/** Names of the columns of the register as a table. */
	static final List<String> COLUMNS = List.of("reference", "date", "committee", "title", "asked_to_approve",
			"options_considered", "decision", "amended_wording", "reason", "presided", "quorum", "took_part",
			"conflicts_declared", "vote", "votes_by_name", "paper");

	/**
	 * What lay before a committee.
	 *
	 * @param wording what it was asked to approve; null where nothing was put
	 * @param amended the words that it approved instead; null unless it did
	 * @param options that were considered; null where none are on record
	 * @param appraisal whose recommendation it was; null for another motion
	 * @param paper number of the sealed paper within the appraisal; null without one
	 */
	public record Matter(@Nullable String wording, @Nullable String amended, @Nullable String options,
			@Nullable AppraisalId appraisal, @Nullable Integer paper) {
	}

	/**
	 * Who decided, and how.
	 *
	 * @param presiding who presided; null where nobody could
	 * @param tookPart names of those who took part in the decision
	 * @param conflicts that were declared
	 * @param quorum whether it was quorate, and who was missing, in a sentence
	 * @param vote in words; null where none was taken
	 * @param byName who voted how; none for a vote by count
	 */
	public record Taking(@Nullable String presiding, List<String> tookPart, List<Conflict> conflicts, String quorum,
			@Nullable String vote, List<String> byName) {

		public Taking {
			tookPart = List.copyOf(tookPart);
			conflicts = List.copyOf(conflicts);
			byName = List.copyOf(byName);
		}

	}

	/**
	 * A conflict that was declared.
	 *
	 * @param name whose
	 * @param words what was declared, as far as it may be read
	 * @param handled how it was handled, in a sentence
	 */
	public record Conflict(String name, List<String> words, String handled) {

		public Conflict {
			words = List.copyOf(words);
		}

		static Conflict of(Minutes.Conflict conflict) {
			AgendaItem.Ruled ruled = conflict.ruling();
			boolean withheld = conflict.words().contains(Minutes.WITHHELD);
			// The reason of a ruling may tell what the interest is.
			String handled = (withheld && ruled != null)
					? "%s. Ruled by %s".formatted(ruled.ruling().label(), ruled.by()) : conflict.handled();
			return new Conflict(conflict.name(), conflict.words(), handled);
		}

		String inOneLine() {
			return "%s: %s %s".formatted(this.name,
					this.words.stream().map(Conflict::sentence).collect(Collectors.joining(" ")), this.handled);
		}

		private static String sentence(String words) {
			return words.endsWith(".") ? words : words + ".";
		}

	}

	/** Of an item of a closed meeting that was decided on, or deferred. */
	static PublishedDecision of(Meeting meeting, AgendaItem item, Minutes.Entry entry, Instant publishedAt,
			@Nullable String later) {
		Outcome outcome = outcome(item);
		Outcome.Put put = outcome.put();
		Vote vote = outcome.vote();
		return new PublishedDecision(item.id(), String.valueOf(item.reference()), meeting.details().on(),
				meeting.committeeName(), item.title(), outcome.result(),
				new Matter((put != null) ? put.wording() : null, outcome.amendedWording(),
						(put != null) ? put.options() : item.statement().options(), item.statement().appraisal(),
						paper(item)),
				outcome.reason(),
				new Taking(entry.presiding(), entry.tookPart(), entry.conflicts().stream().map(Conflict::of).toList(),
						String.valueOf(entry.quorum()), (vote != null) ? vote.words() : null, entry.byName()),
				publishedAt, later);
	}

	/** The number of the paper that was sealed with what was voted on. */
	static @Nullable Integer paper(AgendaItem item) {
		Outcome outcome = outcome(item);
		return (outcome.put() != null && outcome.vote() != null) ? outcome.put().recommendation() : null;
	}

	private static Outcome outcome(AgendaItem item) {
		Outcome outcome = item.outcome();
		if (outcome == null) {
			throw new IllegalArgumentException("The item has no outcome");
		}
		return outcome;
	}

	/** The calendar year of its meeting, by which its reference begins. */
	public int year() {
		return this.on.getYear();
	}

	/** Its number within the year. */
	int number() {
		return Integer.parseInt(this.reference.substring(this.reference.indexOf('-') + 1));
	}

	/** Its address below the organisation's. */
	public String path() {
		return "/register-of-decisions/" + this.reference;
	}

	/** Address of the paper below the organisation's; null where there is none. */
	public @Nullable String paperPath() {
		return (this.matter.paper() != null) ? path() + "/paper" : null;
	}

	/** In a phrase: "Approved: 9 for, 0 against, 1 abstained". */
	public String words() {
		return (this.taking.vote() != null) ? this.result.label() + ": " + this.taking.vote() : this.result.label();
	}

	/** Whether the words stand in something that is published of it. */
	boolean holds(String words) {
		String wanted = words.toLowerCase(Locale.UK);
		return Stream.concat(cells("").stream(), Stream.of(this.result.label()))
			.anyMatch((text) -> text.toLowerCase(Locale.UK).contains(wanted));
	}

	/**
	 * A text for each column.
	 * @param base the organisation's address
	 */
	List<String> cells(String base) {
		return List.of(this.reference, this.on.toString(), this.committee, this.title, text(this.matter.wording()),
				text(this.matter.options()), this.result.label(), text(this.matter.amended()), text(this.reason),
				text(this.taking.presiding()), this.taking.quorum(), String.join("; ", this.taking.tookPart()),
				this.taking.conflicts().stream().map(Conflict::inOneLine).collect(Collectors.joining("\n")),
				text(this.taking.vote()), String.join("; ", this.taking.byName()),
				(paperPath() != null) ? base + paperPath() : "");
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
