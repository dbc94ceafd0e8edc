package org.mandate.meetings;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalId;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;
import org.mandate.meetings.AgendaItem.Purpose;
import org.mandate.meetings.AgendaItem.Statement;
import org.mandate.meetings.AgendaItem.Touching;

import org.springframework.validation.BindingResult;

/**
 * What is typed of an item of an agenda.
 *
 * @param title what it is called; for a recommendation it may be left out
 * @param purpose name of what it is for
 * @param appraisal id of the appraisal whose recommendation is decided on; empty for none
 * @param motion what the committee is asked to approve
 * @param options considered
 * @param inPrivate "true" if it is taken in the private part
 * @param touching name of what it has to do with member practices
 * @param practices their codes
 * @param number its place in the agenda
 * @param version of what the person saw when they began
 */
public record ItemForm(@Nullable String title, @Nullable String purpose, @Nullable String appraisal,
		@Nullable String motion, @Nullable String options, @Nullable String inPrivate, @Nullable String touching,
		@Nullable String practices, @Nullable String number, @Nullable String version) {

	private static final int MOST_TEXT = 2000;

	static final ItemForm EMPTY = new ItemForm(null, null, null, null, null, null, null, null, null, null);

	static ItemForm of(Meeting meeting, AgendaItem item) {
		Statement is = item.statement();
		return new ItemForm(is.title(), is.purpose().name(),
				(is.appraisal() != null) ? is.appraisal().id().toString() : "", is.motion(), is.options(),
				Boolean.toString(is.inPrivate()), is.touching().name(), String.join("\n", is.practices()),
				Integer.toString(item.number()), Integer.toString(meeting.version()));
	}

	/** A new item about the recommendation of an appraisal. */
	static ItemForm about(AppraisalSummary appraisal) {
		return new ItemForm(title(appraisal), Purpose.DECISION.name(), appraisal.id().id().toString(), null, null, null,
				null, null, null, null);
	}

	static String title(AppraisalSummary appraisal) {
		return "Recommendation for " + appraisal.year().label();
	}

	/** The same, taken up again after somebody else saved. */
	ItemForm over(Meeting theirs) {
		return new ItemForm(this.title, this.purpose, this.appraisal, this.motion, this.options, this.inPrivate,
				this.touching, this.practices, this.number, Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	/** The place typed, of so many; what is wrong with it is said. */
	int place(int items, BindingResult errors) {
		String typed = Typed.text(this.number);
		int place = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
		if (place < 1 || place > items) {
			errors.rejectValue("number", "wrong",
					(items == 1) ? "Enter 1: the agenda has one item" : "Enter a whole number from 1 to " + items);
		}
		return place;
	}

	/**
	 * What is typed as a statement; empty when something is wrong, which is said.
	 * @param appraisals on whose recommendations this committee may decide
	 * @param register asked for the codes of the practices, if codes are typed
	 */
	Optional<Statement> statement(List<AppraisalSummary> appraisals, Supplier<Set<String>> register,
			BindingResult errors) {
		TextCheck check = new TextCheck(errors);
		AppraisalSummary about = about(appraisals, errors);
		check.line("title", this.title, "The title", 200, (about != null) ? null : "Enter the title of the item");
		Purpose chosen = Typed.one(Purpose.values(), this.purpose);
		if (chosen == null) {
			errors.rejectValue("purpose", "missing", "Choose what the item is for");
		}
		check.prose("motion", this.motion, "The motion", MOST_TEXT, null);
		motion(chosen, errors);
		check.prose("options", this.options, "The options", MOST_TEXT, null);
		Touching touches = Typed.one(Touching.values(), this.touching);
		if (touches == null) {
			errors.rejectValue("touching", "missing", "Choose whether the item is about member practices");
		}
		List<String> codes = codes(touches, register, errors);
		if (errors.hasErrors() || chosen == null || touches == null) {
			return Optional.empty();
		}
		String called = (Typed.optional(this.title) == null && about != null) ? title(about) : Typed.text(this.title);
		AppraisalId of = (about != null) ? about.id() : null;
		return Optional.of(new Statement(called, chosen, Typed.optional(this.motion), Typed.optional(this.options), of,
				"true".equals(this.inPrivate), touches, codes));
	}

	private @Nullable AppraisalSummary about(List<AppraisalSummary> appraisals, BindingResult errors) {
		String typed = Typed.text(this.appraisal);
		for (AppraisalSummary each : appraisals) {
			if (each.id().id().toString().equals(typed)) {
				return each;
			}
		}
		if (!typed.isEmpty()) {
			errors.rejectValue("appraisal", "unknown", "Choose a recommendation from the list");
		}
		return null;
	}

	private void motion(@Nullable Purpose chosen, BindingResult errors) {
		boolean recommended = !Typed.text(this.appraisal).isEmpty();
		boolean moved = Typed.optional(this.motion) != null;
		if (chosen == Purpose.DECISION) {
			if (recommended && moved) {
				errors.rejectValue("motion", "twice",
						"Delete this: the recommendation has its own wording, which is put to the vote");
			}
			else if (!recommended && !moved) {
				errors.rejectValue("motion", "missing", "Enter what the committee is asked to approve");
			}
		}
		else if (chosen != null) {
			if (recommended) {
				errors.rejectValue("appraisal", "undecided",
						"A recommendation is for decision. Choose \"Decision\" above, or no recommendation");
			}
			if (moved) {
				errors.rejectValue("motion", "undecided",
						"Nothing is put to the vote unless the item is for decision. Delete this, or choose \"Decision\"");
			}
		}
	}

	private List<String> codes(@Nullable Touching touches, Supplier<Set<String>> register, BindingResult errors) {
		String typed = Typed.text(this.practices).toUpperCase(Locale.ROOT);
		if (typed.isEmpty() || touches == null) {
			return List.of();
		}
		if (touches == Touching.NOTHING) {
			errors.rejectValue("practices", "nothing",
					"Delete the codes, or say above what the item has to do with these practices");
			return List.of();
		}
		List<String> codes = List.copyOf(new LinkedHashSet<>(Arrays.asList(typed.split("[\\s,;]+"))));
		if (String.join(" ", codes).length() > MOST_TEXT) {
			errors.rejectValue("practices", "many",
					"Those are too many codes. Leave the box empty if the item is about all member practices");
			return List.of();
		}
		Set<String> known = register.get();
		List<String> unknown = codes.stream().filter((code) -> !known.contains(code)).toList();
		if (!unknown.isEmpty()) {
			errors.rejectValue("practices", "unknown",
					"%s is not the code of a practice on the register. Correct or delete it".formatted(shown(unknown)));
		}
		return codes;
	}

	private static String shown(List<String> unknown) {
		String first = unknown.getFirst();
		return first.matches("[A-Z0-9]{1,20}") ? first : "One of them";
	}

}
