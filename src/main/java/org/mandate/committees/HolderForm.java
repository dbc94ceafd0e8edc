package org.mandate.committees;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * What is typed of somebody who holds a seat.
 *
 * @param person id of a member of the organisation; empty for somebody else
 * @param name of somebody else
 * @param body for which they sit
 * @param from first day
 * @param to last day
 * @param trained day of the national training
 * @param practice ODS code of a practice of the register; empty for none
 * @param version of what the person saw when they began
 */
public record HolderForm(@Nullable String person, @Nullable String name, @Nullable String body, DateBoxes from,
		DateBoxes to, DateBoxes trained, @Nullable String practice, @Nullable String version) {

	static final HolderForm EMPTY = new HolderForm(null, null, null, DateBoxes.EMPTY, DateBoxes.EMPTY, DateBoxes.EMPTY,
			null, null);

	public HolderForm {
		from = DateBoxes.orEmpty(from);
		to = DateBoxes.orEmpty(to);
		trained = DateBoxes.orEmpty(trained);
	}

	static HolderForm of(Committee.Holder holder) {
		HolderStatement is = holder.statement();
		UUID person = is.person();
		return new HolderForm((person != null) ? person.toString() : "", (person != null) ? "" : is.name(), is.body(),
				DateBoxes.of(is.from()), DateBoxes.of(is.to()), DateBoxes.of(is.trained()), is.practice(),
				Integer.toString(holder.version()));
	}

	HolderForm over(Committee.Holder theirs) {
		return new HolderForm(this.person, this.name, this.body, this.from, this.to, this.trained, this.practice,
				Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	/**
	 * What is typed as a statement; empty when something is wrong, which is said.
	 * @param known what stands, if an entry is changed: whoever left the organisation
	 * keeps the name they had, and a practice that closed stays
	 * @param practices ODS codes of those that may be chosen
	 */
	Optional<HolderStatement> statement(List<Member> members, Set<String> practices, @Nullable HolderStatement known,
			LocalDate today, Errors errors) {
		Check check = new Check(errors);
		String typedName = Typed.optional(this.name);
		UUID id = null;
		String called = "";
		if (Typed.text(this.person).isEmpty()) {
			called = check.line("name", this.name, "The name", 200,
					"Choose a member of the organisation, or enter the name of somebody else");
		}
		else if (typedName != null) {
			check.wrong("name", "Choose a member of the organisation or enter the name of somebody else, not both");
		}
		else {
			for (Member member : members) {
				if (member.id().id().toString().equals(this.person)) {
					id = member.id().id();
					called = member.name();
				}
			}
			if (known != null && String.valueOf(known.person()).equals(this.person)) {
				id = known.person();
				called = known.name();
			}
			if (id == null) {
				check.wrong("person", "Choose a member of the organisation from the list");
			}
		}
		String sitsFor = check.optionalLine("body", this.body, "The name of the body", 200);
		LocalDate first = check.date("from", this.from, "Enter the first day");
		LocalDate last = check.optionalDate("to", this.to);
		if (first != null && last != null && last.isBefore(first)) {
			check.wrong("to", "The last day must not be before the first day");
		}
		LocalDate day = check.optionalDate("trained", this.trained);
		if (day != null && day.isAfter(today)) {
			check.wrong("trained", "The day of the training must not be in the future");
		}
		String works = Typed.optional(this.practice);
		if (works != null && !practices.contains(works) && (known == null || !works.equals(known.practice()))) {
			check.wrong("practice", "Choose a practice from the list");
		}
		if (check.failed() || first == null) {
			return Optional.empty();
		}
		return Optional.of(new HolderStatement(id, called, sitsFor, first, last, day, works));
	}

}
