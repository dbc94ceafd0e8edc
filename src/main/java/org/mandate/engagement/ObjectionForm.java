package org.mandate.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.engagement.ObjectionWindow.Objection;
import org.mandate.engagement.ObjectionWindow.Said;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * An objection as it is typed.
 *
 * @param received the day it came
 * @param receivedTime the time, to the second where that is known; may be empty
 * @param version of what the person saw when they began
 * @param id of a new one, so that a form sent twice makes one
 */
public record ObjectionForm(@Nullable String who, @Nullable String words, DateBoxes received,
		@Nullable String receivedTime, @Nullable String reply, DateBoxes replied, @Nullable String version,
		@Nullable String id) {

	public ObjectionForm(@Nullable String who, @Nullable String words, @Nullable DateBoxes received,
			@Nullable String receivedTime, @Nullable String reply, @Nullable DateBoxes replied,
			@Nullable String version, @Nullable String id) {
		this.who = who;
		this.words = (words != null) ? words.replace("\r\n", "\n").replace('\r', '\n') : null;
		this.received = DateBoxes.orEmpty(received);
		this.receivedTime = receivedTime;
		this.reply = (reply != null) ? reply.replace("\r\n", "\n").replace('\r', '\n') : null;
		this.replied = DateBoxes.orEmpty(replied);
		this.version = version;
		this.id = id;
	}

	/** Nothing typed yet. */
	static ObjectionForm blank() {
		return new ObjectionForm("", "", null, "", "", null, "", UUID.randomUUID().toString());
	}

	/** An objection as it stands. */
	static ObjectionForm of(Objection objection) {
		Said said = objection.statement();
		return new ObjectionForm(said.who(), said.words(), DateBoxes.of(said.received()), ExactTime.typed(said.at()),
				said.reply(), DateBoxes.of(said.repliedOn()), Integer.toString(objection.version()), "");
	}

	/** The same words, typed over another version. */
	ObjectionForm over(int other) {
		return new ObjectionForm(this.who, this.words, this.received, this.receivedTime, this.reply, this.replied,
				Integer.toString(other), this.id);
	}

	/** What was typed; empty after complaining. */
	Optional<Said> read(ObjectionWindow window, Instant now, BindingResult errors) {
		TextCheck check = new TextCheck(errors);
		check.line("who", this.who, "Who objects", 200, "Enter who objects");
		check.prose("words", this.words, "The objection", 2000, "Enter to what they object, and why");
		LocalDate today = now.atZone(London.ZONE).toLocalDate();
		LocalDate day = WhenBoxes.day("received", this.received, errors);
		Instant at = null;
		if (day == null) {
			if (this.received.isBlank()) {
				errors.rejectValue("received", "missing", "Enter the day the objection came");
			}
		}
		else {
			at = ExactTime.read("receivedTime", this.receivedTime, day, "16:59 or 16:59:59", errors).orElse(null);
			checkReceived(window, day, at, now, errors);
		}
		check.prose("reply", this.reply, "The reply", 2000, null);
		LocalDate answered = WhenBoxes.day("replied", this.replied, errors);
		if (answered != null) {
			if (Typed.optional(this.reply) == null) {
				errors.rejectValue("reply", "missing", "Enter the reply, or delete its day");
			}
			if (answered.isAfter(today)) {
				errors.rejectValue("replied", "future", "The reply cannot have gone in the future");
			}
			else if (day != null && answered.isBefore(day)) {
				errors.rejectValue("replied", "order", "The reply cannot have gone before the objection came");
			}
		}
		if (errors.hasErrors() || day == null) {
			return Optional.empty();
		}
		return Optional
			.of(new Said(Typed.text(this.who), Typed.text(this.words), day, at, Typed.optional(this.reply), answered));
	}

	private static void checkReceived(ObjectionWindow window, LocalDate day, @Nullable Instant at, Instant now,
			BindingResult errors) {
		LocalDate opened = window.statement().opened().from();
		if ((at != null) ? at.isAfter(now) : day.isAfter(now.atZone(London.ZONE).toLocalDate())) {
			errors.rejectValue("received", "future", "An objection cannot have come in the future");
		}
		else if (opened != null && day.isBefore(opened)) {
			errors.rejectValue("received", "early",
					"That is before the window opened, on %s at the earliest".formatted(London.date(opened)));
		}
		else if (at != null && !at.atZone(London.ZONE).toLocalDate().equals(day)) {
			errors.rejectValue("receivedTime", "day", "Enter a time of that day, such as 23:59:59");
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
