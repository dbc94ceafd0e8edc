package org.mandate.committees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.mandate.committees.Roster.Office;
import org.mandate.committees.Roster.Sitting;
import org.mandate.guidance.Edition;
import org.mandate.guidance.Edition.Rule;

/**
 * Whether a committee's composition keeps what the guidance says of one under its model:
 * each source's reading by itself, found on the seats that are filled on a day. What the
 * check does not know how to judge is left to people, and never passed.
 *
 * @param readings in the order of the guidance's years
 */
public record Composition(List<Reading> readings) {

	public Composition {
		readings = List.copyOf(readings);
	}

	/** What was found of a reading. */
	public enum Outcome {

		/** Kept. */
		MET,

		/** Not kept. */
		NOT_MET,

		/** Has to be judged by people. */
		TO_BE_JUDGED

	}

	/**
	 * One source's reading.
	 *
	 * @param edition the edition of the guidance that has it
	 * @param rule as the source has it
	 * @param outcome what was found
	 * @param found on what, in words
	 * @param missing what is missing, in words; empty when nothing is
	 */
	public record Reading(Edition edition, Rule rule, Outcome outcome, String found, String missing) {

		/** Whether it must be kept; the others are advice and rights. */
		public boolean required() {
			return this.rule.strength() == Rule.Strength.REQUIRED;
		}

		/** The outcome as shown, by how far the rule binds. */
		public String label() {
			return switch (this.outcome) {
				case TO_BE_JUDGED -> "To be judged by people";
				case MET -> switch (this.rule.strength()) {
					case REQUIRED -> "Met";
					case RECOMMENDED -> "Followed";
					case RIGHT -> "Provided for";
				};
				case NOT_MET -> switch (this.rule.strength()) {
					case REQUIRED -> "Not met";
					case RECOMMENDED -> "Not followed";
					case RIGHT -> "Not provided for";
				};
			};
		}

		/** The colour of its tag. */
		public String colour() {
			return switch (this.outcome) {
				case MET -> "green";
				case TO_BE_JUDGED -> "yellow";
				case NOT_MET -> required() ? "red" : "grey";
			};
		}

	}

	/**
	 * Check a committee.
	 * @param committee which
	 * @param editions the guidance, of one edition the newest version first
	 * @param day on which its seats are looked at
	 */
	public static Composition of(Committee committee, List<Edition> editions, LocalDate day) {
		String model = committee.statement().kind().model();
		List<Reading> readings = new ArrayList<>();
		if (model != null) {
			Set<String> seen = new HashSet<>();
			Seated seated = new Seated(committee, committee.roster(day));
			editions.stream()
				.filter((edition) -> seen.add(edition.ref().key()))
				.sorted((one, other) -> one.forYear().compareTo(other.forYear()))
				.forEach((edition) -> edition.rules(Rule.Category.COMPOSITION, model)
					.forEach((rule) -> readings.add(seated.reading(edition, rule))));
		}
		return new Composition(readings);
	}

	/** The readings that must be kept. */
	public List<Reading> required() {
		return this.readings.stream().filter(Reading::required).toList();
	}

	/** Advice, and rights that others may claim. */
	public List<Reading> advice() {
		return this.readings.stream().filter((reading) -> !reading.required()).toList();
	}

	/** The required readings that are not kept. */
	public List<Reading> failed() {
		return required().stream().filter((reading) -> reading.outcome() == Outcome.NOT_MET).toList();
	}

	/** What came out, in a sentence. */
	public String summary() {
		long failed = failed().size();
		long judged = required().stream().filter((reading) -> reading.outcome() == Outcome.TO_BE_JUDGED).count();
		if (required().isEmpty()) {
			return "The guidance requires nothing of the composition of such a committee.";
		}
		String of = " of the " + required().size() + " required readings ";
		if (failed == required().size()) {
			return "The composition fails: none of the " + failed + " required readings is met.";
		}
		if (failed > 0) {
			return "The composition fails: " + failed + of + ((failed == 1) ? "is" : "are") + " not met.";
		}
		return (judged == 0) ? "Every required reading is met." : "Nothing required fails, but " + judged + of
				+ ((judged == 1) ? "is" : "are") + " to be judged by people.";
	}

	/** What the rules are held against. */
	private record Seated(Committee committee, Roster roster) {

		Reading reading(Edition edition, Rule rule) {
			return switch (rule.topic() + "/" + rule.key()) {
				case "committee-majority/lay-and-executive-majority" -> layAndExecutiveMajority(edition, rule);
				case "committee-majority/lay-majority" -> layMajority(edition, rule);
				case "committee-chair/lay-chair" -> layChair(edition, rule);
				case "committee-observers/observers" -> observers(edition, rule);
				case "committee-clinicians/ccg-without-vote" -> clinicians(edition, rule);
				case "committee-lmc/lmc-seat" -> lmc(edition, rule);
				default ->
					new Reading(edition, rule, Outcome.TO_BE_JUDGED, "Mandate does not know how to check this.", "");
			};
		}

		private long votes(Predicate<SeatRole> roles) {
			return this.roster.sittings()
				.stream()
				.filter((sitting) -> sitting.voting() && roles.test(sitting.role()))
				.count();
		}

		/** How many more make more than half, if only such are added. */
		private static long lacking(long some, long all) {
			return Math.max(0, all - 2 * some + 1);
		}

		private Reading layAndExecutiveMajority(Edition edition, Rule rule) {
			long all = votes((role) -> true);
			long some = votes((role) -> role == SeatRole.LAY || role.isA(SeatRole.EXECUTIVE));
			long needed = lacking(some, all);
			return new Reading(edition, rule, (needed == 0) ? Outcome.MET : Outcome.NOT_MET,
					"Lay members and executives hold %d of %s.".formatted(some, votes(all)),
					(needed == 0) ? "" : needed + " more voting "
							+ ((needed == 1) ? "lay member or executive" : "lay members or executives"));
		}

		private Reading layMajority(Edition edition, Rule rule) {
			long all = votes((role) -> true);
			long lay = votes((role) -> role == SeatRole.LAY);
			long needed = lacking(lay, all);
			String found = "Lay members hold %d of %s of the committee.".formatted(lay, votes(all));
			return (needed > 0)
					? new Reading(edition, rule, Outcome.NOT_MET, found,
							needed + " more voting " + SeatRole.LAY.noun((int) needed))
					: new Reading(edition, rule, Outcome.TO_BE_JUDGED,
							found + " Whether they also hold the majority of the executive, people have to judge.", "");
		}

		private Reading layChair(Edition edition, Rule rule) {
			Sitting chair = this.roster.sittings()
				.stream()
				.filter((sitting) -> sitting.office() == Office.CHAIR)
				.findFirst()
				.orElse(null);
			if (chair == null) {
				return new Reading(edition, rule, Outcome.NOT_MET, "Nobody is in the chair.",
						"a lay member in the chair");
			}
			boolean lay = chair.role() == SeatRole.LAY;
			return new Reading(edition, rule, lay ? Outcome.MET : Outcome.NOT_MET,
					"%s is in the chair, as: %s.".formatted(chair.name(), chair.role().label()),
					lay ? "" : "a lay member in the chair instead");
		}

		private Reading observers(Edition edition, Rule rule) {
			List<String> missing = new ArrayList<>();
			List<String> found = new ArrayList<>();
			for (SeatRole role : List.of(SeatRole.HEALTHWATCH, SeatRole.HEALTH_AND_WELLBEING_BOARD)) {
				List<Committee.Seat> seats = seats(role);
				if (seats.stream().noneMatch((seat) -> !seat.statement().voting())) {
					missing.add("a seat without a vote for "
							+ ((role == SeatRole.HEALTHWATCH) ? "Healthwatch" : "the Health and Wellbeing Board"));
				}
				found.add("%s: %s".formatted(role.label(), seats.isEmpty() ? "no seat"
						: seats.getFirst().statement().voting() ? "a seat with a vote" : "a seat without a vote"));
			}
			return new Reading(edition, rule, missing.isEmpty() ? Outcome.MET : Outcome.NOT_MET,
					String.join("; ", found) + ".", String.join(" and ", missing));
		}

		private Reading clinicians(Edition edition, Rule rule) {
			long own = votes((role) -> role == SeatRole.GP);
			long others = votes(
					(role) -> Set.of(SeatRole.GP_OF_ANOTHER_CCG, SeatRole.SECONDARY_CARE_DOCTOR, SeatRole.NURSE)
						.contains(role));
			List<String> missing = new ArrayList<>();
			if (own > 0) {
				missing.add("%d %s of the CCG without a vote".formatted(own, SeatRole.GP.noun((int) own)));
			}
			if (others == 0) {
				missing.add("1 more voting GP of another CCG, secondary care doctor or nurse");
			}
			return new Reading(edition, rule, missing.isEmpty() ? Outcome.MET : Outcome.NOT_MET,
					"Votes of the CCG's own GPs: %d; of GPs of other CCGs, secondary care doctors and nurses: %d."
						.formatted(own, others),
					String.join("; ", missing));
		}

		private Reading lmc(Edition edition, Rule rule) {
			boolean seat = !seats(SeatRole.LMC).isEmpty();
			return new Reading(edition, rule, seat ? Outcome.MET : Outcome.NOT_MET,
					seat ? "The local medical committee has a seat." : "The local medical committee has no seat.",
					seat ? "" : "a seat for the local medical committee");
		}

		private List<Committee.Seat> seats(SeatRole role) {
			return this.committee.standing().stream().filter((seat) -> seat.statement().role() == role).toList();
		}

		private static String votes(long number) {
			return number + ((number == 1) ? " vote" : " votes");
		}

	}

}
