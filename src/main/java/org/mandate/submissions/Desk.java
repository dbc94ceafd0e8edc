package org.mandate.submissions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.forms.London;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What every change of a pro forma needs: who makes it, when, that nobody else makes one
 * at the same time, and that it is put on record.
 */
@Component
class Desk {

	private final ProFormaStore store;

	private final Guidance guidance;

	private final ActorSource actors;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Desk(ProFormaStore store, Guidance guidance, ActorSource actors, ApplicationEventPublisher events, Clock clock) {
		this.store = store;
		this.guidance = guidance;
		this.actors = actors;
		this.events = events;
		this.clock = clock;
	}

	/** The guidance that an appraisal follows. */
	Edition edition(AppraisalSummary appraisal) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
	}

	/** Who is signed in. */
	String by() {
		return this.actors.current().name();
	}

	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	LocalDate today() {
		return LocalDate.ofInstant(now(), London.ZONE);
	}

	/** The current pro forma, changed by nobody else until the transaction ends. */
	ProForma locked(AppraisalSummary appraisal) {
		this.store.lock(appraisal.id());
		return this.store.current(appraisal.id()).orElseThrow(Desk::none);
	}

	/**
	 * The same, where it can still be changed.
	 * @throws NotNow if it was submitted or given up
	 */
	ProForma open(AppraisalSummary appraisal) {
		ProForma current = locked(appraisal);
		if (!current.isOpen()) {
			throw new NotNow(current.isSubmitted()
					? "The pro forma was submitted and is frozen. Withdraw the submission first to change it."
					: "The pro forma was given up. Begin another one.");
		}
		return current;
	}

	/** The same, where a submission of it stands. */
	ProForma submitted(AppraisalSummary appraisal) {
		ProForma current = locked(appraisal);
		if (!current.isSubmitted()) {
			throw new NotNow("The pro forma has not been submitted. Submit it first.");
		}
		return current;
	}

	static NotFound none() {
		return new NotFound("There is no pro forma yet. The commissioning manager begins it.");
	}

	/** Put a change of what the pro forma says on record. */
	void changed(AppraisalSummary appraisal, ProForma proForma, String action, String summary, @Nullable String before,
			String after) {
		this.store.changed(proForma.id(), now());
		this.events.publishEvent(SubmissionEvent.of(appraisal.id(), action, summary,
				(before != null) ? Map.of("number", proForma.number(), "before", before, "after", after)
						: Map.of("number", proForma.number(), "after", after)));
	}

	/** Put something else on record. */
	void tell(SubmissionEvent event) {
		this.events.publishEvent(event);
	}

	/**
	 * The version of something that is saved next.
	 * @param known the version there is; null for none
	 * @param seen the version that the person saw when they began, -1 for none; null
	 * whatever it was
	 * @throws ChangedMeanwhile if somebody else saved it
	 */
	static int next(@Nullable Integer known, @Nullable Integer seen) {
		int there = (known != null) ? known : -1;
		if (seen != null && seen != there) {
			throw new ChangedMeanwhile();
		}
		return there + 1;
	}

}
