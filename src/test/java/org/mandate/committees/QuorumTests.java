package org.mandate.committees;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mandate.committees.Quorum.AllOf;
import org.mandate.committees.Quorum.AnyOf;
import org.mandate.committees.Quorum.Counted;
import org.mandate.committees.Quorum.Finding;
import org.mandate.committees.Quorum.Members;
import org.mandate.committees.Quorum.Portion;
import org.mandate.committees.Quorum.Presiding;
import org.mandate.committees.Quorum.Share;
import org.mandate.committees.Roster.Office;
import org.mandate.committees.Roster.Sitting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Quorums over committees of twelve: every one of the 4,096 sets of people that may be
 * there is compared with an implementation that shares nothing with the product's. It
 * builds the quorate sets from the smallest ones upwards.
 */
class QuorumTests {

	private static final int PEOPLE = 12;

	private static final int SETS = 1 << PEOPLE;

	private static BitSet quorate(Quorum quorum, Roster roster) {
		BitSet found = new BitSet(SETS);
		switch (quorum) {
			case Members members -> {
				BitSet eligible = who(roster, (i) -> counts(roster, i, members.counted())
						&& (members.roles().isEmpty() || plays(roster, i, members.roles())));
				smallest(found, eligible, members.atLeast());
			}
			case Share share -> {
				BitSet eligible = who(roster, (i) -> counts(roster, i, share.counted()));
				int all = eligible.cardinality();
				double part = switch (share.portion()) {
					case THIRD -> all / 3.0;
					case HALF -> all / 2.0;
					case MORE_THAN_HALF -> (all + 1) / 2.0;
					case TWO_THIRDS -> all * 2 / 3.0;
					case THREE_QUARTERS -> all * 3 / 4.0;
				};
				smallest(found, eligible, Math.max(1, (int) Math.ceil(part - 1e-9)));
			}
			case Presiding presiding ->
				smallest(found, who(roster, (i) -> roster.sittings().get(i).office() != null), 1);
			case AllOf all -> {
				found.set(0, SETS);
				all.parts().forEach((part) -> found.and(quorate(part, roster)));
			}
			case AnyOf any -> any.parts().forEach((part) -> found.or(quorate(part, roster)));
		}
		return found;
	}

	/**
	 * Marks every set that contains so many of the eligible, from those alone upwards.
	 */
	private static void smallest(BitSet found, BitSet eligible, int number) {
		long mask = eligible.isEmpty() ? 0 : eligible.toLongArray()[0];
		for (int set = 0; set < SETS; set++) {
			if (Integer.bitCount(set) == number && (set & ~mask) == 0) {
				found.set(set);
			}
		}
		for (int set = found.nextSetBit(0); set >= 0; set = found.nextSetBit(set + 1)) {
			for (int person = 0; person < PEOPLE; person++) {
				found.set(set | 1 << person);
			}
		}
	}

	private static BitSet who(Roster roster, IntPredicate is) {
		BitSet who = new BitSet();
		for (int i = 0; i < roster.sittings().size(); i++) {
			who.set(i, is.test(i));
		}
		return who;
	}

	private static boolean counts(Roster roster, int person, Counted counted) {
		return roster.sittings().get(person).voting() || counted == Counted.ALL;
	}

	private static boolean plays(Roster roster, int person, Set<SeatRole> roles) {
		String role = roster.sittings().get(person).role().name();
		return roles.stream()
			.anyMatch((each) -> each.name().equals(role)
					|| (each.name().equals("EXECUTIVE") && role.startsWith("CHIEF_")));
	}

	private static List<UUID> seats(Roster roster, int set) {
		List<UUID> seats = new ArrayList<>();
		for (int i = 0; i < PEOPLE; i++) {
			if ((set >> i & 1) == 1) {
				seats.add(roster.sittings().get(i).seat());
			}
		}
		return seats;
	}

	@Provide
	Arbitrary<Roster> rosters() {
		Arbitrary<Sitting> sitting = Combinators
			.combine(Arbitraries.of(SeatRole.LAY, SeatRole.CHIEF_OFFICER, SeatRole.EXECUTIVE, SeatRole.GP,
					SeatRole.NURSE, SeatRole.HEALTHWATCH), Arbitraries.of(true, true, false))
			.as((role, voting) -> new Sitting(UUID.randomUUID(), "Name", "Title", role, voting, null, null, null));
		return Combinators
			.combine(sitting.list().ofSize(PEOPLE), Arbitraries.integers().between(0, PEOPLE),
					Arbitraries.integers().between(0, PEOPLE))
			.as((people, chair, vice) -> {
				List<Sitting> all = new ArrayList<>(people);
				office(all, chair, Office.CHAIR);
				if (vice != chair) {
					office(all, vice, Office.VICE_CHAIR);
				}
				return new Roster(all);
			});
	}

	private static void office(List<Sitting> all, int at, Office office) {
		if (at < PEOPLE) {
			Sitting one = all.get(at);
			all.set(at, new Sitting(one.seat(), one.name(), one.title(), one.role(), one.voting(), office, null, null));
		}
	}

	@Provide
	Arbitrary<Quorum> quorums() {
		Arbitrary<Counted> counted = Arbitraries.of(Counted.class);
		Arbitrary<Quorum> members = Combinators
			.combine(Arbitraries.integers().between(1, 8), Arbitraries
				.of(SeatRole.LAY, SeatRole.CHIEF_OFFICER, SeatRole.EXECUTIVE, SeatRole.GP, SeatRole.NURSE, SeatRole.LMC)
				.set()
				.ofMaxSize(3), counted)
			.as(Members::new);
		Arbitrary<Quorum> share = Combinators.combine(Arbitraries.of(Portion.class), counted).as(Share::new);
		Arbitrary<Quorum> simple = Arbitraries.oneOf(members, members, share, Arbitraries.just(new Presiding()));
		return Arbitraries.oneOf(simple, groups(Arbitraries.oneOf(simple, groups(simple))));
	}

	private static Arbitrary<Quorum> groups(Arbitrary<Quorum> parts) {
		return Arbitraries.oneOf(parts.list().ofMinSize(1).ofMaxSize(3).map(AllOf::new),
				parts.list().ofMinSize(1).ofMaxSize(3).map(AnyOf::new));
	}

	@Property(tries = 150)
	void findsWhatBruteForceFindsForEverySetOfPeople(@ForAll("quorums") Quorum quorum,
			@ForAll("rosters") Roster roster) {
		BitSet expected = quorate(quorum, roster);
		for (int set = 0; set < SETS; set++) {
			Finding finding = quorum.evaluate(roster, seats(roster, set));
			assertThat(finding.quorate()).isEqualTo(expected.get(set));
			assertThat(finding.withinReach()).isEqualTo(expected.get(SETS - 1));
		}
	}

	@Property(tries = 150)
	void excludingSomebodyNeverMakesAnItemQuorate(@ForAll("quorums") Quorum quorum, @ForAll("rosters") Roster roster) {
		boolean[] found = new boolean[SETS];
		for (int set = 0; set < SETS; set++) {
			found[set] = quorum.evaluate(roster, seats(roster, set)).quorate();
			for (int person = 0; person < PEOPLE; person++) {
				assertThat(found[set & ~(1 << person)] && !found[set]).isFalse();
			}
		}
	}

	@Property(tries = 300)
	void isQuorateWithOthersExactlyIfTheyAreWhatIsMissing(@ForAll("quorums") Quorum quorum,
			@ForAll("rosters") Roster roster, @ForAll("sets") int here) {
		BitSet expected = quorate(quorum, roster);
		Quorum missing = quorum.missing(roster, seats(roster, here)).orElse(null);
		assertThat(missing == null).isEqualTo(expected.get(here));
		if (missing == null) {
			return;
		}
		BitSet enough = quorate(missing, roster);
		for (int set = 0; set < SETS; set++) {
			if ((set & here) == 0) {
				assertThat(expected.get(here | set)).isEqualTo(enough.get(set));
			}
		}
	}

	@Provide
	Arbitrary<Integer> sets() {
		return Arbitraries.integers().between(0, SETS - 1);
	}

	@Property
	void isReadAsItWasStored(@ForAll("quorums") Quorum quorum) {
		assertThat(QuorumJson.read(QuorumJson.write(quorum))).isEqualTo(quorum);
	}

	@Test
	void isSaidInPlainEnglish() {
		assertThat(new AllOf(
				List.of(new Members(3, Set.of(), Counted.VOTING), new Members(1, Set.of(SeatRole.LAY), Counted.VOTING),
						new Members(1, Set.of(SeatRole.CHIEF_OFFICER, SeatRole.CHIEF_FINANCE_OFFICER), Counted.VOTING)))
			.words())
			.isEqualTo("at least 3 voting members; and at least 1 voting lay member; and at least 1 voting "
					+ "member from among the chief officers and chief finance officers");
		assertThat(new AnyOf(List.of(new Members(5, Set.of(), Counted.ALL),
				new AllOf(List.of(new Presiding(), new Share(Portion.THIRD, Counted.VOTING)))))
			.words())
			.isEqualTo("at least 5 members, voting or not; or together (the chair or the vice chair and at "
					+ "least one third of the voting members)");
	}

	@Test
	void saysWhoIsMissingAndWhetherTheCommitteeHasThem() {
		Sitting lay = new Sitting(UUID.randomUUID(), "A", "A", SeatRole.LAY, true, Office.CHAIR, null, null);
		Sitting gp = new Sitting(UUID.randomUUID(), "B", "B", SeatRole.GP, true, null, null, null);
		Roster roster = new Roster(List.of(lay, gp));
		Quorum quorum = new AllOf(
				List.of(new Presiding(), new Members(2, EnumSet.of(SeatRole.LAY, SeatRole.GP), Counted.VOTING)));
		assertThat(quorum.evaluate(roster, List.of(gp.seat()))).isEqualTo(new Finding(false,
				"the chair or the vice chair; and 1 more voting member from among the lay members and GPs", true));
		assertThat(quorum.evaluate(roster, List.of(gp.seat(), lay.seat(), UUID.randomUUID())))
			.isEqualTo(new Finding(true, "", true));
		assertThat(new Members(3, Set.of(), Counted.ALL).evaluate(roster, List.of()))
			.isEqualTo(new Finding(false, "3 more members, voting or not", false));
	}

}
