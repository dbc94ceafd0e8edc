package org.mandate.arrangements;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.ActorSource;
import org.mandate.forms.London;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What every change of an arrangement needs: its turn, who makes it and when, and its
 * place on the timeline. Within the facades' transactions.
 */
@Component
class Ledger {

	private final JdbcClient jdbc;

	private final ActorSource actors;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Ledger(JdbcClient jdbc, ActorSource actors, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.actors = actors;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Who saves, and when.
	 */
	record Stamp(String by, Instant instant) {

		OffsetDateTime at() {
			return OffsetDateTime.ofInstant(this.instant, ZoneOffset.UTC);
		}

	}

	/** One change at a time, so that the second of two sees what the first did. */
	Stamp turn(AppraisalSummary appraisal) {
		this.jdbc.sql("select id from appraisal where id = :appraisal for no key update")
			.param("appraisal", appraisal.id().id())
			.query(UUID.class)
			.optional();
		return new Stamp(this.actors.current().name(), this.clock.instant().truncatedTo(ChronoUnit.MICROS));
	}

	/** Today in London. */
	LocalDate today() {
		return this.clock.instant().atZone(London.ZONE).toLocalDate();
	}

	void tell(ArrangementEvent event) {
		this.events.publishEvent(event);
	}

}
