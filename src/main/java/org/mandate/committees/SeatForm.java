package org.mandate.committees;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.validation.Errors;

/**
 * What is typed of a seat.
 *
 * @param title of the seat
 * @param role name of the role chosen
 * @param vote "yes" or "no"
 * @param office name of the office chosen, or "none"
 * @param version of what the person saw when they began
 */
public record SeatForm(@Nullable String title, @Nullable String role, @Nullable String vote, @Nullable String office,
		@Nullable String version) {

	static final SeatForm EMPTY = new SeatForm(null, null, null, "none", null);

	static SeatForm of(Committee.Seat seat) {
		SeatStatement is = seat.statement();
		Roster.Office office = is.office();
		return new SeatForm(is.title(), is.role().name(), is.voting() ? "yes" : "no",
				(office != null) ? office.name() : "none", Integer.toString(seat.version()));
	}

	SeatForm over(Committee.Seat theirs) {
		return new SeatForm(this.title, this.role, this.vote, this.office, Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	Optional<SeatStatement> statement(Errors errors) {
		Check check = new Check(errors);
		String called = check.line("title", this.title, "The name", 200, "Enter what the seat is called");
		SeatRole chosen = check.one("role", this.role, SeatRole.class, "Choose as what its holder sits");
		if (!"yes".equals(this.vote) && !"no".equals(this.vote)) {
			check.wrong("vote", "Choose whether the seat has a vote");
		}
		Roster.Office held = "none".equals(this.office) ? null
				: check.one("office", this.office, Roster.Office.class, "Choose whether it is the seat of the chair");
		if (check.failed() || chosen == null) {
			return Optional.empty();
		}
		return Optional.of(new SeatStatement(called, chosen, "yes".equals(this.vote), held));
	}

}
