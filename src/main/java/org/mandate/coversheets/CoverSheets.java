package org.mandate.coversheets;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.ActorSource;
import org.mandate.recommendations.AgendaPlace;
import org.mandate.recommendations.Recommendations;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cover sheets of the current organisation's papers.
 */
@Component
public class CoverSheets {

	private final RecordedCovers covers;

	private final Recommendations recommendations;

	private final ActorSource actors;

	private final Clock clock;

	CoverSheets(RecordedCovers covers, Recommendations recommendations, ActorSource actors, Clock clock) {
		this.covers = covers;
		this.recommendations = recommendations;
		this.actors = actors;
		this.clock = clock;
	}

	/**
	 * The cover sheet of an appraisal's paper; empty before it is filled in. Two
	 * statements.
	 */
	@Transactional(readOnly = true)
	public Optional<CoverSheet> of(AppraisalSummary appraisal) {
		AgendaPlace.Place place = place(appraisal).orElse(null);
		return this.covers.findByAppraisal(appraisal.id()).map((cover) -> cover.view(place));
	}

	/** Where its recommendation is on the agenda of a meeting. One statement. */
	@Transactional(readOnly = true)
	public Optional<AgendaPlace.Place> place(AppraisalSummary appraisal) {
		return this.recommendations.place(appraisal.id());
	}

	/**
	 * Fill in the cover sheet in place of what it said before, which stays in the
	 * history. Nothing is recorded when nothing changes.
	 */
	@Transactional
	public void record(AppraisalSummary appraisal, CoverStatement statement) {
		record(appraisal, statement, null);
	}

	/**
	 * Fill it in unless somebody else did so meanwhile.
	 * @param seen version of what the person saw when they began, -1 for nothing; null
	 * whatever it was
	 * @throws CoverChanged if somebody else saved it
	 */
	@Transactional
	void record(AppraisalSummary appraisal, CoverStatement statement, @Nullable Integer seen) {
		Optional<RecordedCover> known = this.covers.findByAppraisal(appraisal.id());
		if (known.filter((cover) -> cover.says(statement)).isPresent()) {
			return;
		}
		boolean fresh = seen == null || known.map((cover) -> cover.isVersion(seen)).orElse(seen < 0);
		if (!fresh) {
			throw new CoverChanged();
		}
		String by = this.actors.current().name();
		known.ifPresent((cover) -> cover.change(statement, by, this.clock.instant()));
		this.covers.save(known.orElseGet(() -> new RecordedCover(appraisal.id(), statement, by, this.clock.instant())));
	}

}
