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
		return this.outcome == null || this.outcome.result() == Outcome.Result.DEFERRED;
	}

	/** What a seat's holder declared. */
	public List<Declared> of(UUID seat) {
		return this.declarations.stream().filter((declared) -> declared.seat().equals(seat)).toList();
	}

}
