package org.mandate.engagement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.guidance.Edition;
import org.mandate.guidance.EditionRef;
import org.mandate.guidance.Guidance;
import org.mandate.recommendations.Recommendations;

import org.springframework.stereotype.Component;

/**
 * Works out the coverage from the log and from what all modules tell. Within the facade's
 * transactions.
 */
@Component
class CoverageReading {

	private final EngagementStore engagements;

	private final WindowStore windows;

	private final Appraisals appraisals;

	private final Guidance guidance;

	private final Recommendations recommendations;

	CoverageReading(EngagementStore engagements, WindowStore windows, Appraisals appraisals, Guidance guidance,
			Recommendations recommendations) {
		this.engagements = engagements;
		this.windows = windows;
		this.appraisals = appraisals;
		this.guidance = guidance;
		this.recommendations = recommendations;
	}

	Coverage of(AppraisalSummary appraisal, AsAt asAt) {
		Edition edition = edition(appraisal);
		List<Edition.Model> recommended = recommended(appraisal, edition);
		List<Edition.Model> models = recommended.isEmpty() ? edition.models() : recommended;
		List<Engagement> log = this.engagements.bare(appraisal.id()).stream().filter(Engagement::stands).toList();
		List<ObjectionWindow> open = this.windows.all(appraisal.id()).stream().filter(ObjectionWindow::stands).toList();
		Marks marks = Marks.of(edition, models, this.appraisals.milestones(appraisal), log,
				this.recommendations.place(appraisal.id()).orElse(null), asAt);
		return new Coverage(models, !recommended.isEmpty(), marks.known(), marks.missing(),
				lines(Duty.of(edition, models), log, open, marks.known(), appraisal, asAt), asAt);
	}

	/** The edition of an appraisal; from memory. */
	Edition edition(AppraisalSummary appraisal) {
		return this.guidance.edition(new EditionRef(appraisal.edition(), appraisal.editionVersion()));
	}

	/** The recommended model; empty while none is. One statement. */
	List<Edition.Model> recommended(AppraisalSummary appraisal, Edition edition) {
		return this.recommendations.current(appraisal.id())
			.map((current) -> List.of(edition.model(current.version().model())))
			.orElse(List.of());
	}

	/** Whom the guidance names first, then the others. */
	static List<Coverage.Line> lines(Map<Audience, List<Duty>> duties, List<Engagement> log,
			List<ObjectionWindow> windows, List<Mark> marks, AppraisalSummary appraisal, AsAt asAt) {
		List<Coverage.Line> lines = new ArrayList<>();
		for (Audience audience : Audience.values()) {
			List<Coverage.Item> items = new ArrayList<>();
			log.stream()
				.filter((entry) -> entry.statement().audience() == audience)
				.sorted(Comparator.comparing((entry) -> entry.statement().when(), IN_TIME))
				.forEach((entry) -> items.add(item(entry, marks, appraisal.path(), asAt)));
			windows.stream()
				.filter((window) -> window.statement().audience() == audience)
				.forEach((window) -> items.add(item(window, marks, appraisal.path(), asAt)));
			List<Coverage.Verdict> verdicts = IntStream.range(0, marks.size())
				.mapToObj((at) -> Coverage.Verdict.of(marks.get(at), at, items))
				.toList();
			lines.add(new Coverage.Line(audience, duties.getOrDefault(audience, List.of()), List.copyOf(items),
					verdicts));
		}
		lines.sort(Comparator.comparing((line) -> !line.asked()));
		return lines;
	}

	/** By the first day; what is not dated comes last. */
	static final Comparator<When> IN_TIME = Comparator.comparing(When::from,
			Comparator.nullsLast(Comparator.naturalOrder()));

	private static Coverage.Item item(Engagement entry, List<Mark> marks, String path, AsAt asAt) {
		When when = entry.statement().when();
		Engagement.State state = entry.state(asAt);
		List<Coverage.Place> places = marks.stream()
			.map((mark) -> place(mark, when.against(mark), when.whyUnknown()))
			.toList();
		return new Coverage.Item(entry.who(), when.words(), state.label(), state.counts(),
				entry.statement().putForward() ? "The preferred option was put forward here." : "", entry.path(path),
				places);
	}

	private static Coverage.Item item(ObjectionWindow window, List<Mark> marks, String path, AsAt asAt) {
		When opened = window.statement().opened();
		boolean begun = opened.from() == null || !opened.from().isAfter(asAt.day());
		Integer reached = window.statement().reached();
		String state = window.isOver(asAt) ? "Objections asked for, ended"
				: (begun ? "Objections asked for" : "Objections asked for later");
		List<Coverage.Place> places = marks.stream()
			.map((mark) -> place(mark, window.against(mark), window.whyUnknown()))
			.toList();
		String when = "From %s; until: %s".formatted(opened.words(), window.statement().untilWords());
		return new Coverage.Item("Objection window " + window.number(), when, state,
				begun && (reached == null || reached > 0), window.finding(asAt), window.path(path), places);
	}

	private static Coverage.Place place(Mark mark, Position position, String why) {
		return new Coverage.Place(mark, position, (position == Position.UNKNOWN) ? why : "");
	}

}
