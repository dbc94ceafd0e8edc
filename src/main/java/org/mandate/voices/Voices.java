package org.mandate.voices;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.analysis.Analysis;
import org.mandate.analysis.Findings;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.audit.ActorSource;
import org.mandate.database.NotFound;
import org.mandate.options.Option;
import org.mandate.options.Options;
import org.mandate.voting.Voting;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The three voices of an appraisal, and the executive's view, which is recorded here.
 */
@Component
public class Voices {

	private final RecordedViews views;

	private final Options options;

	private final Voting voting;

	private final Analysis analysis;

	private final ActorSource actors;

	private final Clock clock;

	Voices(RecordedViews views, Options options, Voting voting, Analysis analysis, ActorSource actors, Clock clock) {
		this.views = views;
		this.options = options;
		this.voting = voting;
		this.analysis = analysis;
		this.actors = actors;
		this.clock = clock;
	}

	/**
	 * What the three say, and where they differ. A result that is not out is not told,
	 * whoever asks.
	 */
	@Transactional(readOnly = true)
	public ThreeVoices of(AppraisalSummary appraisal) {
		Map<String, Option> known = this.options.of(appraisal)
			.stream()
			.collect(Collectors.toMap(Option::key, Function.identity()));
		ExecutiveView view = view(appraisal).orElse(null);
		return new ThreeVoices(new MembersVoice(this.voting.ballots(appraisal), known).voice(), executive(view, known),
				scores(this.analysis.of(appraisal)), view);
	}

	/** The executive's view; empty before it is recorded. One statement. */
	@Transactional(readOnly = true)
	public Optional<ExecutiveView> view(AppraisalSummary appraisal) {
		return this.views.findByAppraisal(appraisal.id()).map(RecordedView::view);
	}

	/**
	 * Record the executive's view in place of the one before, which stays in the history.
	 * Nothing is recorded when nothing changes.
	 * @throws NotFound if the appraisal has no such option
	 */
	@Transactional
	public void record(AppraisalSummary appraisal, ViewStatement statement) {
		record(appraisal, statement, null);
	}

	/**
	 * Record it unless somebody else did so meanwhile.
	 * @param seen version of what the person saw when they began, -1 for nothing; null
	 * whatever it was
	 * @throws ViewChanged if somebody else saved it
	 */
	@Transactional
	void record(AppraisalSummary appraisal, ViewStatement statement, @Nullable Integer seen) {
		this.options.one(appraisal, statement.option());
		Optional<RecordedView> known = this.views.findByAppraisal(appraisal.id());
		if (known.filter((view) -> view.says(statement)).isPresent()) {
			return;
		}
		boolean fresh = seen == null || known.map((view) -> view.isVersion(seen)).orElse(seen < 0);
		if (!fresh) {
			throw new ViewChanged();
		}
		String by = this.actors.current().name();
		known.ifPresent((view) -> view.change(statement, by, this.clock.instant()));
		this.views.save(known.orElseGet(() -> new RecordedView(appraisal.id(), statement, by, this.clock.instant())));
	}

	private static Voice executive(@Nullable ExecutiveView view, Map<String, Option> known) {
		if (view == null) {
			return Voice.unknown(Voice.Kind.EXECUTIVE, "Not yet known: it is not recorded.", null);
		}
		Option option = known.get(view.statement().option());
		String title = (option != null) ? option.title() : view.statement().option();
		String gone = (option == null || option.isShortlisted()) ? ""
				: " This option is not on the shortlist: it is %s."
					.formatted(option.standing().label().toLowerCase(Locale.UK));
		return Voice.naming(Voice.Kind.EXECUTIVE, List.of(new Voice.Named(view.statement().option(), title)),
				"%s prefers %s.%s".formatted(view.statement().heldBy(), title, gone), null);
	}

	private static Voice scores(Findings findings) {
		List<Voice.Named> leaders = findings.leaders()
			.stream()
			.map((option) -> new Voice.Named(option.key(), option.title()))
			.toList();
		return leaders.isEmpty() ? Voice.unknown(Voice.Kind.SCORES, findings.sentence(), "/analysis")
				: Voice.naming(Voice.Kind.SCORES, leaders, findings.sentence(), "/analysis");
	}

}
