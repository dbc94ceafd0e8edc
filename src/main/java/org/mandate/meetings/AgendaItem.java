package org.mandate.meetings;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;

/**
 * An item of an agenda, with what happened on it.
 *
 * @param id known by it in addresses
 * @param number its place, from 1
 * @param statement what is on the agenda
 * @param continues the item of an earlier meeting that it takes up again; null for none
 * @param withdrawnReason why it was taken off the agenda; null while it stands
 * @param presiding the seat of whoever was chosen to preside because neither chair nor
 * vice chair could; null while nobody was
 * @param declarations what was declared on it, in the order in which it was
 * @param rulings by seat
 * @param notes of the discussion; may be null
 * @param outcome null while there is none
 * @param reference in the register of decisions, such as "2015-003"; null until the
 * meeting is closed
 */
public record AgendaItem(UUID id, int number, Statement statement, @Nullable UUID continues,
		@Nullable String withdrawnReason, @Nullable UUID presiding, List<Declared> declarations,
		Map<UUID, Ruled> rulings, @Nullable String notes, @Nullable Outcome outcome, @Nullable String reference) {

	public AgendaItem {
		declarations = List.copyOf(declarations);
		rulings = Map.copyOf(rulings);
	}

	/** What an item is for. */
	public enum Purpose {

		/** The committee decides. */
		DECISION("Decision"),

		/** The committee talks about it. */
		DISCUSSION("Discussion"),

		/** The committee is told. */
		INFORMATION("Information");

		private final String label;

		Purpose(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** Whether an item is about money for, or the performance of, member practices. */
	public enum Touching {

		/** Neither. */
		NOTHING("No"),

		/** Money for practices. */
		INVESTMENT("Yes, it is about investment in practices"),

		/** How practices perform. */
		PERFORMANCE("Yes, it is about the performance of practices");

		private final String label;

		Touching(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * What is on the agenda.
	 *
	 * @param title 1 to 200 characters
	 * @param purpose what it is for
	 * @param motion what the committee is asked to approve, 1 to 2000 characters; only
	 * for a decision that is not about a recommendation, whose wording stands in its own
	 * record
	 * @param options considered, 1 to 2000 characters; may be null
	 * @param appraisal whose recommendation is decided on; null for none
	 * @param inPrivate whether it is taken in the private part, and so not published
	 * @param touching whether it is about investment in, or performance of, practices
	 * @param practices codes of those practices, none for all member practices
	 */
	public record Statement(String title, Purpose purpose, @Nullable String motion, @Nullable String options,
			@Nullable AppraisalId appraisal, boolean inPrivate, Touching touching, List<String> practices) {

		public Statement {
			practices = List.copyOf(practices);
			if ((purpose == Purpose.DECISION) != (motion != null || appraisal != null)) {
				throw new IllegalArgumentException("A decision, and nothing else, is about a motion");
			}
		}

	}

	/** Where the knowledge of a conflict came from. */
	public enum Origin {

		/** Taken over from the register of interests. */
		REGISTER("From the register of interests"),

		/** The member said so before opening the recommendation. */
		TOLD("Said by the member on opening the recommendation"),

		/** Said at the meeting. */
		MEETING("Declared at the meeting"),

		/** The item is about the member's own practice. */
		PRACTICE("The item is about the member's own practice"),

		/** Declared when the item was taken before. */
		CARRIED("Declared when the item was taken before");

		private final String label;

		Origin(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * A conflict that was declared.
	 *
	 * @param id known by it in addresses
	 * @param seat whose
	 * @param name of the member, as then
	 * @param interest of the register; null where it is not, or not yet, there
	 * @param words what it is
	 * @param origin where the knowledge came from
	 * @param mayPublish whether the words may be published
	 */
	public record Declared(UUID id, UUID seat, String name, @Nullable UUID interest, String words, Origin origin,
			boolean mayPublish) {
	}

	/**
	 * A ruling.
	 *
	 * @param ruling which
	 * @param reason why; may be null
	 * @param by who ruled, as named then
	 */
	public record Ruled(Ruling ruling, @Nullable String reason, String by) {
	}

	/** How a committee left an item. */
	public enum Result {

		/** As put. */
		APPROVED("Approved", "green"),

		/** In other words. */
		APPROVED_WITH_AMENDMENTS("Approved with amendments", "green"),

		/** Put off. */
		DEFERRED("Deferred", "yellow"),

		/** Not approved. */
		REJECTED("Rejected", "red"),

		/** Discussed, or heard. */
		NOTED("Noted", "grey");

		private final String label;

		private final String colour;

		Result(String label, String colour) {
			this.label = label;
			this.colour = colour;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		/** The colour of its tag. */
		public String colour() {
			return this.colour;
		}

	}

	/** How somebody voted. */
	public enum Choice {

		/** For the motion. */
		FOR("For"),

		/** Against it. */
		AGAINST("Against"),

		/** Neither. */
		ABSTAINED("Abstained");

		private final String label;

		Choice(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * A vote of those who may vote on the item.
	 *
	 * @param votesFor 0 to 999
	 * @param votesAgainst 0 to 999
	 * @param abstained 0 to 999
	 * @param byName who voted how, by seat; empty where only the counts were taken
	 * @param casting the second vote of whoever presided, in a tie; null without one
	 */
	public record Vote(int votesFor, int votesAgainst, int abstained, Map<UUID, Choice> byName,
			@Nullable Choice casting) {

		public Vote {
			byName = Map.copyOf(byName);
		}

		/** A vote by name. */
		public static Vote named(Map<UUID, Choice> byName, @Nullable Choice casting) {
			return new Vote(count(byName, Choice.FOR), count(byName, Choice.AGAINST), count(byName, Choice.ABSTAINED),
					byName, casting);
		}

		private static int count(Map<UUID, Choice> byName, Choice choice) {
			return (int) byName.values().stream().filter((each) -> each == choice).count();
		}

		/** How many voted or abstained. */
		public int cast() {
			return this.votesFor + this.votesAgainst + this.abstained;
		}

		/** Votes for, with a casting vote for. */
		public int allFor() {
			return this.votesFor + ((this.casting == Choice.FOR) ? 1 : 0);
		}

		/** Votes against, with a casting vote against. */
		public int allAgainst() {
			return this.votesAgainst + ((this.casting == Choice.AGAINST) ? 1 : 0);
		}

		/** In words: "9 for, 0 against, 1 abstained". */
		public String words() {
			String words = "%d for, %d against, %d abstained".formatted(this.votesFor, this.votesAgainst,
					this.abstained);
			return (this.casting == null) ? words
					: words + "; casting vote " + ((this.casting == Choice.FOR) ? "for" : "against");
		}

	}

	/**
	 * What lay before the committee, as it was then.
	 *
	 * @param wording what it was asked to approve
	 * @param options that were considered; null where none are on record
	 * @param recommendation number of the recommendation within its appraisal, and of its
	 * paper; null for another motion
	 * @param version of its wording; null for another motion
	 */
	public record Put(String wording, @Nullable String options, @Nullable Integer recommendation,
			@Nullable Integer version) {
	}

	/**
	 * How the committee left the item.
	 *
	 * @param result in a word
	 * @param put what lay before it; null for what is noted, and for a recommendation
	 * that was not put
	 * @param amendedWording the words approved in place of those put; for an approval
	 * with amendments
	 * @param reason why; always there for a deferral
	 * @param vote null where none was taken: for what is noted, and for an item that had
	 * to be deferred
	 */
	public record Outcome(Result result, @Nullable Put put, @Nullable String amendedWording, @Nullable String reason,
			@Nullable Vote vote) {

		/** The same, about what lay before the committee. */
		Outcome on(@Nullable Put before) {
			return new Outcome(this.result, before, this.amendedWording, this.reason, this.vote);
		}

		/** The words that were decided on, or put where nothing was decided. */
		public @Nullable String wording() {
			if (this.amendedWording != null) {
				return this.amendedWording;
			}
			return (this.put != null) ? this.put.wording() : null;
		}

		/** In a phrase: "Approved: 9 for, 0 against, 1 abstained". */
		public String words() {
			return this.result.label() + ((this.vote != null) ? ": " + this.vote.words() : "");
		}

	}

	/** Whether it is on the agenda. */
	public boolean stands() {
		return this.withdrawnReason == null;
	}

	/** What it is called. */
	public String title() {
		return this.statement.title();
	}

	/** What it is for. */
	public Purpose purpose() {
		return this.statement.purpose();
	}

	/** Whether the committee is to decide. */
	public boolean forDecision() {
		return purpose() == Purpose.DECISION;
	}

	/** Whether it still waits for a meeting that settles it. */
	public boolean unsettled() {
		return this.outcome == null || this.outcome.result() == Result.DEFERRED;
	}

	/** What a seat's holder declared. */
	public List<Declared> of(UUID seat) {
		return this.declarations.stream().filter((declared) -> declared.seat().equals(seat)).toList();
	}

}
