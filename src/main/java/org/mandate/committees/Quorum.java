package org.mandate.committees;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a committee is quorate: an expression over the roles of those who are present and
 * not excluded. More people never make a meeting inquorate. Immutable.
 */
public sealed interface Quorum {

	/** The most parts that an all-of or any-of may have. */
	int MOST_PARTS = 10;

	/** Which members a part counts. */
	enum Counted {

		/** Those with a vote. */
		VOTING("Only members with a vote"),

		/** All, those without a vote as well. */
		ALL("All members, those without a vote as well");

		private final String label;

		Counted(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

		boolean counts(Roster.Sitting sitting) {
			return this == ALL || sitting.voting();
		}

	}

	/** A share of the members: of the seats that are filled, present or not. */
	enum Portion {

		/** At least one third. */
		THIRD("at least one third", 1, 3),

		/** At least half. */
		HALF("at least half", 1, 2),

		/** More than half. */
		MORE_THAN_HALF("more than half", 1, 2),

		/** At least two thirds. */
		TWO_THIRDS("at least two thirds", 2, 3),

		/** At least three quarters. */
		THREE_QUARTERS("at least three quarters", 3, 4);

		private final String words;

		private final int part;

		private final int whole;

		Portion(String words, int part, int whole) {
			this.words = words;
			this.part = part;
			this.whole = whole;
		}

		/** In a sentence. */
		public String words() {
			return this.words;
		}

		/** How many of so many members; never nobody. */
		int of(int members) {
			int needed = (this == MORE_THAN_HALF) ? members / 2 + 1
					: (members * this.part + this.whole - 1) / this.whole;
			return Math.max(1, needed);
		}

	}

	/**
	 * At least so many members.
	 *
	 * @param atLeast 1 to 50
	 * @param roles as one of which they sit; empty for any
	 * @param counted whether those without a vote count
	 */
	record Members(int atLeast, Set<SeatRole> roles, Counted counted) implements Quorum {

		/** The most that may be asked for. */
		public static final int MOST = 50;

		public Members {
			if (atLeast < 1 || atLeast > MOST) {
				throw new IllegalArgumentException("A quorum counts 1 to 50 members");
			}
			roles = Set.copyOf(roles);
		}

		private boolean counts(Roster.Sitting sitting) {
			return this.counted.counts(sitting)
					&& (this.roles.isEmpty() || this.roles.stream().anyMatch(sitting.role()::isA));
		}

		private String noun() {
			boolean all = this.counted == Counted.ALL;
			List<SeatRole> in = this.roles.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(this.roles));
			if (in.size() == 1) {
				String noun = in.getFirst().noun(this.atLeast);
				return all ? noun + ", voting or not" : "voting " + noun;
			}
			String members = (this.atLeast == 1) ? "member" : "members";
			String counted = all ? members + ", voting or not" : "voting " + members;
			return in.isEmpty() ? counted : counted + (all ? "," : "") + " from among the "
					+ listed(in.stream().map((role) -> role.noun(2)).toList());
		}

	}

	/**
	 * A share of the members.
	 *
	 * @param portion which
	 * @param counted of those with a vote, or of all
	 */
	record Share(Portion portion, Counted counted) implements Quorum {
	}

	/** The chair or the vice chair. */
	record Presiding() implements Quorum {
	}

	/**
	 * Every part.
	 *
	 * @param parts 1 to 10
	 */
	record AllOf(List<Quorum> parts) implements Quorum {

		public AllOf {
			parts = bounded(parts);
		}

	}

	/**
	 * One part or more.
	 *
	 * @param parts 1 to 10
	 */
	record AnyOf(List<Quorum> parts) implements Quorum {

		public AnyOf {
			parts = bounded(parts);
		}

	}

	/**
	 * What was found.
	 *
	 * @param quorate whether the quorum is met
	 * @param missing who is missing, in words; empty when it is met
	 * @param withinReach whether the committee has enough members to meet it at all
	 */
	record Finding(boolean quorate, String missing, boolean withinReach) {
	}

	/**
	 * Find out whether an item is quorate.
	 * @param roster who sits on the committee
	 * @param counted the seats of those who are present and not excluded
	 */
	default Finding evaluate(Roster roster, Collection<UUID> counted) {
		String missing = missing(roster, counted).map(Quorum::more).orElse("");
		return new Finding(missing.isEmpty(), missing, missing(roster, roster.sittings()).isEmpty());
	}

	/**
	 * What those must meet who are still to come: the item is quorate with them exactly
	 * if they meet it. Empty when it is quorate already.
	 */
	default Optional<Quorum> missing(Roster roster, Collection<UUID> counted) {
		return missing(roster, roster.in(counted));
	}

	private Optional<Quorum> missing(Roster roster, List<Roster.Sitting> here) {
		return switch (this) {
			case Members members ->
				less(members.atLeast(), (int) here.stream().filter(members::counts).count(), members);
			case Share share -> {
				Members needed = new Members(Math.min(Members.MOST, share.portion().of(roster.size(share.counted()))),
						Set.of(), share.counted());
				yield less(needed.atLeast(), (int) here.stream().filter(needed::counts).count(), needed);
			}
			case Presiding presiding -> here.stream().anyMatch((sitting) -> sitting.office() != null) ? Optional.empty()
					: Optional.of(presiding);
			case AllOf all -> {
				List<Quorum> missing = all.parts()
					.stream()
					.map((part) -> part.missing(roster, here))
					.flatMap(Optional::stream)
					.toList();
				yield missing.isEmpty() ? Optional.empty()
						: Optional.of((missing.size() == 1) ? missing.getFirst() : new AllOf(missing));
			}
			case AnyOf any -> {
				List<Optional<Quorum>> missing = any.parts()
					.stream()
					.map((part) -> part.missing(roster, here))
					.toList();
				if (missing.stream().anyMatch(Optional::isEmpty)) {
					yield Optional.empty();
				}
				yield Optional.of((missing.size() == 1) ? missing.getFirst().orElseThrow()
						: new AnyOf(missing.stream().flatMap(Optional::stream).toList()));
			}
		};
	}

	private static Optional<Quorum> less(int needed, int here, Members members) {
		return (here >= needed) ? Optional.empty()
				: Optional.of(new Members(needed - here, members.roles(), members.counted()));
	}

	/** In plain English: "at least 3 voting members; and the chair or the vice chair". */
	default String words() {
		return outer((part) -> (part instanceof Members members)
				? "at least " + members.atLeast() + " " + members.noun() : part.simple());
	}

	/** As what is missing: "2 more voting members". */
	private String more() {
		return outer((part) -> (part instanceof Members members) ? members.atLeast() + " more " + members.noun()
				: part.simple());
	}

	private String simple() {
		return switch (this) {
			case Share share -> share.portion().words()
					+ ((share.counted() == Counted.ALL) ? " of all members, voting or not" : " of the voting members");
			case Presiding presiding -> "the chair or the vice chair";
			default -> throw new IllegalStateException("Not a simple part: " + this);
		};
	}

	private String outer(Function<Quorum, String> said) {
		return switch (this) {
			case AllOf all -> joined(all.parts(), "; and ", said);
			case AnyOf any -> joined(any.parts(), "; or ", said);
			default -> said.apply(this);
		};
	}

	private static String joined(List<Quorum> parts, String with, Function<Quorum, String> said) {
		return parts.stream().map((part) -> part.inner(said)).collect(Collectors.joining(with));
	}

	private String inner(Function<Quorum, String> said) {
		return switch (this) {
			case AllOf all -> group(all.parts(), "together", " and ", said);
			case AnyOf any -> group(any.parts(), "either", " or ", said);
			default -> said.apply(this);
		};
	}

	private static String group(List<Quorum> parts, String lead, String with, Function<Quorum, String> said) {
		String inside = parts.stream().map((part) -> part.inner(said)).collect(Collectors.joining(with));
		return (parts.size() == 1) ? inside : lead + " (" + inside + ")";
	}

	private static String listed(List<String> nouns) {
		return String.join(", ", nouns.subList(0, nouns.size() - 1)) + " and " + nouns.getLast();
	}

	private static List<Quorum> bounded(List<Quorum> parts) {
		if (parts.isEmpty() || parts.size() > MOST_PARTS) {
			throw new IllegalArgumentException("A quorum of parts has 1 to 10 of them");
		}
		return List.copyOf(parts);
	}

}
