package org.mandate.deadlines;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VJournal;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.Milestone;
import org.mandate.deadlines.PlanLine.Group;
import org.mandate.guidance.Citation;
import org.mandate.organisations.Organisation;
import org.mandate.organisations.Organisations;

import org.springframework.stereotype.Component;

/**
 * Writes a plan as an iCalendar (RFC 5545): deadlines, steps and the governing body's
 * meetings, each with an identifier that stays. Days are whole days, times are in UTC.
 * What has no exact day is in a note instead. Nothing of what the record holds of a step
 * is told: not how far it is, no vote, no draft. It has no method: it is no message of
 * one person to others (RFC 5546), and names no organiser.
 */
@Component
class CalendarWriter {

	private static final Duration REFRESH = Duration.ofHours(1);

	private final Organisations organisations;

	CalendarWriter(Organisations organisations) {
		this.organisations = organisations;
	}

	private record Stamp(String domain, Instant changed, int sequence) {

		void on(CalendarComponent component, String uid) {
			component.add(new Uid(uid + "@" + this.domain));
			component.add(new DtStamp(this.changed));
			component.add(new Sequence(this.sequence));
		}

	}

	/**
	 * The calendar of a plan.
	 * @param bodies the names under which the governing body meets
	 * @param changed when anything of it changed last
	 * @param sequence how often
	 */
	String write(Plan plan, Set<String> bodies, Instant changed, int sequence) {
		Organisation organisation = this.organisations.current();
		Stamp stamp = new Stamp(organisation.slug() + ".mandate.invalid", changed, sequence);
		String key = plan.appraisal().id().id().toString();
		String model = (plan.model() != null) ? plan.model().key() : "none";
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Mandate//Deadlines//EN"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(new XProperty("X-WR-CALNAME", "%s: %s".formatted(organisation.shortName(), subject(plan))));
		calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
		for (PlanLine line : plan.lines()) {
			if (line.due() != null && !line.key().startsWith("engage-")) {
				calendar.add(event(line, line.due(), stamp, key + "-" + model + "-" + line.key()));
			}
		}
		for (Milestone each : plan.milestones()) {
			if (each.kind() == Milestone.Kind.MEETING && each.about() != null && bodies.contains(each.about())) {
				calendar.add(meeting(each, stamp, key));
			}
		}
		VJournal note = note(plan, stamp, key + "-" + model);
		if (note != null) {
			calendar.add(note);
		}
		return text(calendar);
	}

	private static String subject(Plan plan) {
		String model = (plan.model() != null) ? plan.model().name().toLowerCase(Locale.UK) : "co-commissioning";
		return "%s %s".formatted(model, plan.appraisal().year().label());
	}

	private static VEvent event(PlanLine line, Due due, Stamp stamp, String uid) {
		VEvent event = new VEvent(false);
		stamp.on(event, uid);
		boolean toTheMinute = !due.equals(Due.endOf(due.day()));
		if (toTheMinute) {
			event.add(new DtStart<>(due.late()));
		}
		else {
			day(event, due.day());
		}
		boolean own = line.citations().isEmpty();
		event.add(new Summary((line.group() == Group.PUBLISHED || line.group() == Group.AFTER) ? line.title()
				: (own ? "Latest day: " : "Deadline: ") + line.title()));
		String sources = own ? "Counted back with the lead times that the organisation chose."
				: "Due " + line.when() + ". " + sources(line.citations());
		String rivals = line.rivals()
			.stream()
			.map((rival) -> "Another source says %s. %s".formatted(rival.deadline().words(),
					sources(rival.deadline().citations())))
			.collect(Collectors.joining("\n"));
		event.add(new Description(rivals.isEmpty() ? sources : sources + "\n" + rivals));
		event.add(ImmutableTransp.TRANSPARENT);
		return event;
	}

	private static VEvent meeting(Milestone meeting, Stamp stamp, String key) {
		VEvent event = new VEvent(false);
		stamp.on(event, key + "-" + meeting.path().substring(1).replace('/', '-'));
		if (meeting.at() != null) {
			event.add(new DtStart<>(meeting.at()));
		}
		else {
			day(event, meeting.from());
		}
		event.add(new Summary(meeting.title()));
		event.add(ImmutableTransp.TRANSPARENT);
		return event;
	}

	/** What has no exact day. */
	private static @Nullable VJournal note(Plan plan, Stamp stamp, String key) {
		String loose = plan.lines()
			.stream()
			.filter((line) -> line.due() == null)
			.map((line) -> "%s: %s. %s".formatted(line.title(), line.when(), sources(line.citations())))
			.collect(Collectors.joining("\n"));
		if (loose.isEmpty()) {
			return null;
		}
		VJournal note = new VJournal(false);
		stamp.on(note, key + "-without-a-day");
		note.add(new Summary("Without an exact day"));
		note.add(new Description(loose));
		return note;
	}

	private static void day(VEvent event, LocalDate day) {
		event.add(new DtStart<>(day));
		event.add(new DtEnd<>(day.plusDays(1)));
	}

	private static String sources(List<Citation> citations) {
		return citations.stream()
			.map((citation) -> citation.document().shortTitle() + ", " + citation.section())
			.distinct()
			.collect(Collectors.joining("; "));
	}

	private static String text(Calendar calendar) {
		StringWriter text = new StringWriter();
		try {
			new CalendarOutputter().output(calendar, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

}
