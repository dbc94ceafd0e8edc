package org.mandate.coversheets;

import java.time.LocalDate;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * The cover sheet as it is typed. All but the title may be left for later.
 *
 * @param version of what the person saw when they began, -1 for nothing
 */
public record CoverForm(@Nullable DateBoxes meetingOn, @Nullable String paperNumber, @Nullable String title,
		@Nullable String purpose, @Nullable String conflicts, @Nullable String conflictsDetail, @Nullable String author,
		@Nullable String lead, @Nullable String version) {

	private static final LocalDate EARLIEST = LocalDate.of(2013, 4, 1);

	private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

	public CoverForm {
		meetingOn = DateBoxes.orEmpty(meetingOn);
		conflictsDetail = (conflictsDetail != null) ? conflictsDetail.replace("\r\n", "\n").replace('\r', '\n') : null;
	}

	static CoverForm of(@Nullable CoverSheet cover) {
		if (cover == null) {
			return new CoverForm(DateBoxes.EMPTY, "", CoverStatement.TITLE, "", "", "", "", "", "-1");
		}
		CoverStatement said = cover.statement();
		return new CoverForm(DateBoxes.of(said.meetingOn()), said.paperNumber(), said.title(), name(said.purpose()),
				name(said.conflicts()), said.conflictsDetail(), said.author(), said.lead(),
				Integer.toString(cover.version()));
	}

	/** The same words, typed over what somebody else saved. */
	CoverForm over(@Nullable CoverSheet other) {
		return new CoverForm(this.meetingOn, this.paperNumber, this.title, this.purpose, this.conflicts,
				this.conflictsDetail, this.author, this.lead,
				(other != null) ? Integer.toString(other.version()) : "-1");
	}

	/**
	 * Says beside each field what is wrong.
	 * @param typesDate whether the page asks for the date
	 */
	void check(boolean typesDate, BindingResult errors) {
		DateBoxes boxes = DateBoxes.orEmpty(this.meetingOn);
		if (typesDate && !boxes.isBlank()) {
			LocalDate day = boxes.date().orElse(null);
			if (day == null) {
				errors.rejectValue("meetingOn", "date",
						"The date of the meeting must be a real date, such as 29 1 2015, or left empty");
			}
			else if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
				errors.rejectValue("meetingOn", "range",
						"The date of the meeting must be from 1 April 2013 to the end of 2099");
			}
		}
		TextCheck words = new TextCheck(errors);
		words.line("paperNumber", this.paperNumber, "The paper number", 40, null);
		words.line("title", this.title, "The title", 200, "Enter the title of the paper");
		if (chosen(CoverStatement.Purpose.values(), this.purpose) == null && !Typed.text(this.purpose).isEmpty()) {
			errors.rejectValue("purpose", "offer", "Choose decision, discussion or information");
		}
		if (chosen(CoverStatement.Conflicts.values(), this.conflicts) == null
				&& !Typed.text(this.conflicts).isEmpty()) {
			errors.rejectValue("conflicts", "offer", "Choose one of the five about conflicts of interest");
		}
		words.prose("conflictsDetail", this.conflictsDetail, "Who has the conflict", 1000, null);
		words.line("author", this.author, "The author", 200, null);
		words.line("lead", this.lead, "The lead", 200, null);
	}

	/**
	 * What was typed, once it is without error.
	 * @param kept the date that stays where the page does not ask for one
	 */
	CoverStatement statement(boolean typesDate, @Nullable LocalDate kept) {
		LocalDate day = typesDate ? DateBoxes.orEmpty(this.meetingOn).date().orElse(null) : kept;
		return new CoverStatement(day, Typed.optional(this.paperNumber), Typed.text(this.title),
				chosen(CoverStatement.Purpose.values(), this.purpose),
				chosen(CoverStatement.Conflicts.values(), this.conflicts), Typed.optional(this.conflictsDetail),
				Typed.optional(this.author), Typed.optional(this.lead));
	}

	/** The version seen; -1 for anything that is none. */
	int seen() {
		return (this.version != null && this.version.matches("[0-9]{1,9}")) ? Integer.parseInt(this.version) : -1;
	}

	private static <E extends Enum<E>> @Nullable E chosen(E[] all, @Nullable String name) {
		return Arrays.stream(all).filter((each) -> each.name().equals(name)).findFirst().orElse(null);
	}

	private static String name(@Nullable Enum<?> chosen) {
		return (chosen != null) ? chosen.name() : "";
	}

}
