package org.mandate.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.engagement.ObjectionWindow.End;
import org.mandate.engagement.ObjectionWindow.Statement;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * A window for objections as it is typed.
 *
 * @param until its last day; empty where no end is stated
 * @param untilTime the time from which it is too late; empty for the end of the day
 * @param version of what the person saw when they began
 * @param id of a new one, so that a form sent twice makes one
 */
public record WindowForm(@Nullable String audience, @Nullable String put, @Nullable String how,
		@Nullable String reached, @Nullable String members, @Nullable String whenKind, DateBoxes from, DateBoxes to,
		@Nullable String whenSaid, DateBoxes until, @Nullable String untilTime, @Nullable String source,
		@Nullable String version, @Nullable String id) {

	static final List<When.Kind> KINDS = WhenBoxes.but(When.Kind.PERIOD);

	public WindowForm(@Nullable String audience, @Nullable String put, @Nullable String how, @Nullable String reached,
			@Nullable String members, @Nullable String whenKind, @Nullable DateBoxes from, @Nullable DateBoxes to,
			@Nullable String whenSaid, @Nullable DateBoxes until, @Nullable String untilTime, @Nullable String source,
			@Nullable String version, @Nullable String id) {
		this.audience = audience;
		this.put = (put != null) ? put.replace("\r\n", "\n").replace('\r', '\n') : null;
		this.how = (how != null) ? how.replace("\r\n", "\n").replace('\r', '\n') : null;
		this.reached = reached;
		this.members = members;
		this.whenKind = whenKind;
		this.from = DateBoxes.orEmpty(from);
		this.to = DateBoxes.orEmpty(to);
		this.whenSaid = whenSaid;
		this.until = DateBoxes.orEmpty(until);
		this.untilTime = untilTime;
		this.source = source;
		this.version = version;
		this.id = id;
	}

	/** Nothing typed yet. */
	static WindowForm blank() {
		return new WindowForm(Audience.MEMBER_PRACTICES.name(), "", "", "", "", "", null, null, "", null, "", "", "",
				UUID.randomUUID().toString());
	}

	/** A window as it stands. */
	static WindowForm of(ObjectionWindow window) {
		Statement said = window.statement();
		WhenBoxes when = WhenBoxes.of(said.opened());
		End until = said.until();
		return new WindowForm(said.audience().name(), said.put(), said.how(), text(said.reached()),
				text(said.members()), when.kind(), when.from(), when.to(), when.said(),
				DateBoxes.of((until != null) ? until.on() : null), (until != null) ? ExactTime.typed(until.at()) : "",
				said.source(), Integer.toString(window.version()), "");
	}

	private static String text(@Nullable Integer number) {
		return (number != null) ? number.toString() : "";
	}

	/** The same words, typed over another version. */
	WindowForm over(int other) {
		return new WindowForm(this.audience, this.put, this.how, this.reached, this.members, this.whenKind, this.from,
				this.to, this.whenSaid, this.until, this.untilTime, this.source, Integer.toString(other), this.id);
	}

	/** What was typed; empty after complaining. */
	Optional<Statement> read(BindingResult errors) {
		TextCheck words = new TextCheck(errors);
		words.chosen("audience", this.audience, Audience.class, "Choose who may object");
		words.prose("put", this.put, "What was put to them", 2000, "Enter what was put to them");
		words.prose("how", this.how, "How it reached them", 500, "Enter how it reached them, such as by e-mail");
		Integer many = EngagementForm.number("reached", this.reached, "How many it reached", 0, errors);
		Integer all = EngagementForm.number("members", this.members, "How many there are", 1, errors);
		if (many != null && all != null && many > all) {
			errors.rejectValue("reached", "more", "It cannot have reached more than there are, %d".formatted(all));
		}
		When opened = new WhenBoxes(this.whenKind, this.from, this.to, this.whenSaid).read(KINDS, errors).orElse(null);
		Optional<End> end = end(errors);
		words.line("source", this.source, "The source", 300, null);
		if (opened != null && end.isPresent()) {
			checkOrder(opened, end.get(), errors);
		}
		if (errors.hasErrors() || opened == null) {
			return Optional.empty();
		}
		return Optional.of(new Statement(Audience.valueOf(Typed.text(this.audience)), Typed.text(this.put),
				Typed.text(this.how), many, all, opened, end.orElse(null), Typed.optional(this.source)));
	}

	private Optional<End> end(BindingResult errors) {
		LocalDate day = WhenBoxes.day("until", this.until, errors);
		if (day == null) {
			if (this.until.isBlank() && !Typed.text(this.untilTime).isEmpty()) {
				errors.rejectValue("until", "missing", "Enter the day as well, or delete the time");
			}
			return Optional.empty();
		}
		Instant at = ExactTime.read("untilTime", this.untilTime, day, "12 noon or 17:00", errors).orElse(null);
		boolean endOfDay = at != null && !at.isBefore(When.start(day.plusDays(1)));
		return Optional.of(new End(day, endOfDay ? null : at));
	}

	private static void checkOrder(When opened, End end, BindingResult errors) {
		LocalDate last = opened.to();
		if (last != null && end.on().isBefore(last)) {
			errors.rejectValue("until", "order",
					"It cannot end before it opened, on %s at the latest".formatted(London.date(last)));
		}
	}

	/** The version seen; -1 for anything that is none. */
	int seen() {
		return Typed.version(this.version);
	}

	UUID identity() {
		return EngagementForm.identity(this.id);
	}

}
