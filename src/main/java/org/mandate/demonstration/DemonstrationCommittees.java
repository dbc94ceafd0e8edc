package org.mandate.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.committees.Committee;
import org.mandate.committees.CommitteeId;
import org.mandate.committees.CommitteeStatement;
import org.mandate.committees.Committees;
import org.mandate.committees.DecisionRule;
import org.mandate.committees.HolderStatement;
import org.mandate.committees.Quorum.AllOf;
import org.mandate.committees.Quorum.AnyOf;
import org.mandate.committees.Quorum.Counted;
import org.mandate.committees.Quorum.Members;
import org.mandate.committees.Quorum.Portion;
import org.mandate.committees.Quorum.Presiding;
import org.mandate.committees.Quorum.Share;
import org.mandate.committees.Roster.Office;
import org.mandate.committees.SeatRole;
import org.mandate.committees.SeatStatement;
import org.mandate.committees.Seats;

import org.springframework.stereotype.Component;

/**
 * The committees of the demonstration. The sources name no members and no quorum: whoever
 * sits here is invented and marked so, and so is every rule.
 */
@Component
class DemonstrationCommittees {

	private static final LocalDate START = LocalDate.of(2014, 4, 1);

	private static final LocalDate SHADOW = LocalDate.of(2015, 3, 2);

	private final Committees committees;

	private final Seats seats;

	DemonstrationCommittees(Committees committees, Seats seats) {
		this.committees = committees;
		this.seats = seats;
	}

	/** The governing body, and the commissioning board of the paper's section 3.1. */
	void oxfordshire(List<Member> people) {
		CommitteeId body = committee("Governing Body", Committee.Kind.GOVERNING_BODY, false,
				"Decides on the recommendation of January 2015. Its members here are invented.", null);
		Member chair = named(people, Role.CHAIR);
		fill(body, new SeatStatement("Clinical chair", SeatRole.GP, true, Office.CHAIR), chair.name(), chair, null);
		Member lay = named(people, Role.GOVERNING_BODY_MEMBER);
		fill(body, new SeatStatement("Lay member and vice chair", SeatRole.LAY, true, Office.VICE_CHAIR), lay.name(),
				lay, null);
		for (Member director : people.stream().filter((each) -> each.is(Role.LOCALITY_DIRECTOR)).toList()) {
			fill(body, new SeatStatement("Locality clinical director, " + director.localityName(), SeatRole.GP, true,
					null), director.name(), director, null);
		}
		fill(body, new SeatStatement("Chief executive", SeatRole.CHIEF_OFFICER, true, null), "Ali Rose (invented)",
				null, null);
		fill(body, new SeatStatement("Chief finance officer", SeatRole.CHIEF_FINANCE_OFFICER, true, null),
				"Bo Lime (invented)", null, null);
		fill(body, new SeatStatement("Registered nurse", SeatRole.NURSE, true, null), "Cass Fern (invented)", null,
				null);
		fill(body, new SeatStatement("Secondary care doctor", SeatRole.SECONDARY_CARE_DOCTOR, true, null),
				"Dale Heath (invented)", null, null);
		this.committees.rule(body, new AllOf(List.of(new Share(Portion.HALF, Counted.VOTING), new Presiding(),
				new Members(1, Set.of(SeatRole.LAY), Counted.VOTING),
				new Members(1, Set.of(SeatRole.CHIEF_OFFICER, SeatRole.CHIEF_FINANCE_OFFICER), Counted.VOTING))));
		CommitteeId board = committee("Commissioning Board", Committee.Kind.COMMISSIONING_BOARD, true,
				"Led by the CCG, with members from Oxfordshire County Council and NHS England. It is to serve as the "
						+ "joint committee for primary care, in shadow form before the end of March 2015. The paper "
						+ "says that its membership and terms of reference are being developed: the seats follow it "
						+ "as far as it goes, and their holders are invented.",
				"Governing body paper, January 2015, section 3.1");
		fill(board, new SeatStatement("CCG, in the lead", SeatRole.GP, true, Office.CHAIR), chair.name(), chair,
				"NHS Oxfordshire CCG");
		seat(board, new SeatStatement("CCG", SeatRole.EXECUTIVE, true, null));
		fill(board, new SeatStatement("Oxfordshire County Council", SeatRole.LOCAL_AUTHORITY, true, null),
				"Eden Marsh (invented)", null, "Oxfordshire County Council");
		fill(board, new SeatStatement("NHS England, primary care", SeatRole.NHS_ENGLAND, true, null),
				"Fran Moor (invented)", null, "NHS England, Thames Valley Area Team");
		seat(board, new SeatStatement("NHS England, specialised commissioning", SeatRole.NHS_ENGLAND, true, null));
		this.committees.rule(board,
				new AllOf(List.of(new Members(3, Set.of(), Counted.VOTING),
						new AnyOf(List.of(new Members(1, Set.of(SeatRole.GP), Counted.VOTING),
								new Members(1, Set.of(SeatRole.EXECUTIVE), Counted.VOTING))),
						new Members(1, Set.of(SeatRole.NHS_ENGLAND), Counted.VOTING))));
	}

	/** A committee as the delegated model asks for one, which does not pass yet. */
	void southernDerbyshire(List<Member> people) {
		CommitteeId committee = committee("Primary Care Commissioning Committee",
				Committee.Kind.PRIMARY_CARE_COMMISSIONING_COMMITTEE, true,
				"An invented first draft of the committee that delegated commissioning asks for. Its composition "
						+ "does not keep the guidance yet.",
				"The report of January 2015 asks for such a committee (section Options); it names no members");
		Member chair = named(people, Role.CHAIR);
		fill(committee, new SeatStatement("Clinical chair", SeatRole.GP, true, Office.CHAIR), chair.name(), chair,
				null);
		Member lay = named(people, Role.GOVERNING_BODY_MEMBER);
		fill(committee, new SeatStatement("Lay member and vice chair", SeatRole.LAY, true, Office.VICE_CHAIR),
				lay.name(), lay, null);
		fill(committee, new SeatStatement("Chief officer", SeatRole.CHIEF_OFFICER, true, null), "Gale Sedge (invented)",
				null, null);
		fill(committee, new SeatStatement("GP of the north", SeatRole.GP, true, null), "Hollis Thorn (invented)", null,
				null);
		fill(committee, new SeatStatement("GP of the south", SeatRole.GP, true, null), "Indy Yarrow (invented)", null,
				null);
		fill(committee, new SeatStatement("Healthwatch", SeatRole.HEALTHWATCH, false, null), "Jules Bracken (invented)",
				null, "Healthwatch Derbyshire");
		seat(committee, new SeatStatement("Lay member for patients and the public", SeatRole.LAY, true, null));
		this.committees.rule(committee, new AllOf(List.of(new Members(4, Set.of(), Counted.ALL), new Presiding(),
				new Members(2, Set.of(SeatRole.LAY, SeatRole.EXECUTIVE), Counted.VOTING))));
	}

	private CommitteeId committee(String name, Committee.Kind kind, boolean shadow, String about,
			@Nullable String source) {
		return this.committees.establish(new CommitteeStatement(name, kind, shadow, about, source, null,
				DecisionRule.MAJORITY_OF_VOTES_CAST, kind == Committee.Kind.GOVERNING_BODY));
	}

	private UUID seat(CommitteeId committee, SeatStatement statement) {
		return this.seats.add(committee, statement);
	}

	private void fill(CommitteeId committee, SeatStatement statement, String name, @Nullable Member member,
			@Nullable String body) {
		UUID seat = seat(committee, statement);
		LocalDate from = this.committees.one(committee).statement().shadow() ? SHADOW : START;
		this.seats.fill(committee, seat,
				new HolderStatement((member != null) ? member.id().id() : null, name, body, from, null, null, null));
	}

	private static Member named(List<Member> people, Role role) {
		return people.stream()
			.filter((member) -> member.is(role))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nobody is " + role.label()));
	}

}
