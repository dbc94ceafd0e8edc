package org.mandate.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.analysis.Findings;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Comparison;
import org.mandate.considerations.Considered;
import org.mandate.coversheets.CoverStatement;
import org.mandate.forms.London;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;
import org.mandate.guidance.ScopeEntry;
import org.mandate.mandates.Mandate;
import org.mandate.organisations.Organisation;
import org.mandate.recommendations.RecommendationSummary;
import org.mandate.recommendations.RecommendationVersion;
import org.mandate.recommendations.Submission;
import org.mandate.risks.RiskRegister;
import org.mandate.voting.Comment;
import org.mandate.voting.Outcome;

/**
 * Writes the paper from what the modules know. Sections and their order follow
 * Oxfordshire CCG's paper of January 2015: background and table, consultation(material),
 * recommendation.
 */
final class PaperWriter {

	/**
	 * What a governing body needs to know of the time-table; the rest is in the guidance.
	 */
	private static final Set<Deadline.Category> DATES = Set.of(Deadline.Category.SUBMISSION,
			Deadline.Category.CONSTITUTION, Deadline.Category.MODERATION, Deadline.Category.SIGN_OFF,
			Deadline.Category.GO_LIVE);

	private final Citations citations = new Citations();

	private final Edition edition;

	private final Comparison comparison;

	PaperWriter(Edition edition, Comparison comparison) {
		this.edition = edition;
		this.comparison = comparison;
	}

	/**
	 * What the paper is written from, besides the guidance and the comparison.
	 *
	 * @param organisation whose paper
	 * @param appraisal the appraisal
	 * @param outcome of the vote; null before a ballot was opened
	 * @param comments comments and concerns recorded with it
	 * @param recommendation the current one; null before it is written
	 * @param versions all versions of the text
	 * @param options what other modules say of the options
	 * @param sheet what the cover sheet says; null before it is filled in
	 * @param narratives what people wrote
	 * @param mandate the tests of the members' mandate for the recommended model; null
	 * before there is a recommendation
	 * @param showsOpenBallot whether figures of a ballot that is still open are shown
	 * @param today the day of writing
	 */
	record Material(Organisation organisation, AppraisalSummary appraisal, @Nullable Outcome outcome,
			List<Comment> comments, @Nullable RecommendationSummary recommendation,
			List<RecommendationVersion> versions, Appraisal options, @Nullable CoverPage sheet,
			List<Narrative> narratives, @Nullable Mandate mandate, boolean showsOpenBallot, LocalDate today) {
	}

	/**
	 * What other modules say of the options.
	 *
	 * @param voices whether scores, members and executive agree, in sentences
	 */
	record Appraisal(Considered considered, Findings findings, RiskRegister risks, List<String> voices) {
	}

	Paper write(Material material) {
		RecommendationSummary current = material.recommendation();
		Paper.Background background = background();
		ComparisonTable table = table();
		OptionsAppraisal options = appraisal(material.options());
		Mandate mandate = material.mandate();
		MembersMandate shown = (mandate != null)
				? MembersMandate.of(mandate, modelTitle(mandate.model()), this.citations) : null;
		return new Paper(Paper.FORMAT, cover(material), background, table, options, consultation(material),
				(current != null) ? recommendation(current) : null,
				(current != null) ? resolution(current, material.versions()) : null, this.citations.sources(),
				material.sheet(), material.narratives(), shown);
	}

	private OptionsAppraisal appraisal(Appraisal options) {
		return new Appraised(options.considered(), options.findings(), options.risks(), options.voices(),
				this.citations)
			.write();
	}

	private static Paper.@Nullable Consultation consultation(Material material) {
		Outcome outcome = material.outcome();
		if (outcome == null) {
			return null;
		}
		Consulted consulted = new Consulted(outcome, material.comments());
		return (material.showsOpenBallot() || outcome.ballot().isClosed()) ? consulted.write() : consulted.withheld();
	}

	private Paper.Cover cover(Material material) {
		RecommendationSummary current = material.recommendation();
		String author = null;
		LocalDate metOn = null;
		if (current != null) {
			Submission submission = current.submission();
			author = (submission != null) ? submission.putBy() : current.version().writtenBy();
			metOn = (current.resolution() != null) ? current.resolution().metOn() : null;
		}
		return new Paper.Cover(material.organisation().name(), material.organisation().code(), title(material.sheet()),
				material.appraisal().year().label(), "For decision", material.today(), metOn, author);
	}

	private static String title(@Nullable CoverPage sheet) {
		return (sheet != null && sheet.title() != null) ? sheet.title() : CoverStatement.TITLE;
	}

	private Paper.Background background() {
		List<Paper.Offer> offers = this.comparison.options().stream().map(this::offer).toList();
		List<Paper.Statement> noChange = this.comparison.noChange()
			.stream()
			.map((rule) -> new Paper.Statement(rule.title(), rule.text(), this.citations.numbers(rule.citations())))
			.toList();
		return new Paper.Background(this.edition.title(), this.edition.issuedOn(), this.edition.summary(), offers,
				noChange);
	}

	private Paper.Offer offer(Comparison.Option option) {
		List<Integer> sources = this.citations.numbers(option.model().citations());
		List<Paper.Milestone> milestones = this.edition.deadlines(option.model().key())
			.stream()
			.filter((deadline) -> DATES.contains(deadline.category()))
			.map(this::milestone)
			.toList();
		return new Paper.Offer(option.title(), option.otherNames(), option.model().summary(), sources, milestones);
	}

	private Paper.Milestone milestone(Deadline deadline) {
		return new Paper.Milestone(deadline.title(), deadline.words(), this.citations.numbers(deadline.citations()),
				deadline.rivals()
					.stream()
					.map((rival) -> new Paper.Rival(rival.words(), this.citations.numbers(rival.citations())))
					.toList());
	}

	private ComparisonTable table() {
		List<ComparisonTable.Row> rows = this.comparison.rows().stream().map(this::row).toList();
		return new ComparisonTable(this.comparison.speaksFor(),
				this.comparison.options().stream().map(Comparison.Option::title).toList(), rows,
				this.comparison.options().stream().map((option) -> option.verdict().sentence()).toList(),
				(int) this.comparison.missing());
	}

	private ComparisonTable.Row row(Comparison.Row row) {
		var today = row.current();
		return new ComparisonTable.Row(row.function().name(), row.cells().stream().map(this::cell).toList(),
				(today != null) ? today.wording() : null, (today != null) ? today.level().label() : null);
	}

	private ComparisonTable.Cell cell(Comparison.Cell cell) {
		ScopeEntry.Statement used = cell.used();
		List<Integer> sources = (used != null) ? this.citations.numbers(used.citations()) : List.of();
		List<Paper.Statement> others = cell.rivals()
			.stream()
			.map((other) -> new Paper.Statement(other.level().label() + ", from " + other.since(), other.wording(),
					this.citations.numbers(other.citations())))
			.toList();
		return new ComparisonTable.Cell((used != null) ? used.level().label() : null,
				(used != null) ? used.wording() : null, cell.change().label(), cell.change().slug(), sources, others);
	}

	private Paper.Recommendation recommendation(RecommendationSummary current) {
		RecommendationVersion version = current.version();
		Submission submission = current.submission();
		return new Paper.Recommendation(current.number(), version.number(), modelTitle(version.model()),
				version.wording(), version.rationale(), review(version), current.stage().label(),
				(submission != null) ? submission.putBy() : null, (submission != null) ? submission.putAt() : null);
	}

	private static String review(RecommendationVersion version) {
		List<String> parts = new ArrayList<>();
		if (version.review() != null) {
			parts.add(version.review());
		}
		LocalDate day = version.reviewOn();
		if (day != null) {
			parts.add("on " + London.date(day));
		}
		return String.join("; ", parts);
	}

	private String modelTitle(String key) {
		return this.comparison.options()
			.stream()
			.filter((option) -> option.model().key().equals(key))
			.map(Comparison.Option::title)
			.findFirst()
			.orElse(key);
	}

	private static Paper.@Nullable Resolution resolution(RecommendationSummary current,
			List<RecommendationVersion> versions) {
		var resolution = current.resolution();
		if (resolution == null) {
			return null;
		}
		Submission submission = current.submission();
		int put = (submission != null) ? submission.versionNumber() : resolution.versionNumber();
		String amendedFrom = versions.stream()
			.filter((version) -> version.number() == put && put != resolution.versionNumber())
			.map(RecommendationVersion::wording)
			.findFirst()
			.orElse(null);
		return new Paper.Resolution(resolution.decision().label(), resolution.metOn(), resolution.votesFor(),
				resolution.votesAgainst(), resolution.abstained(), resolution.reason(), amendedFrom,
				resolution.recordedBy(), resolution.onBehalfOfChair(), resolution.recordedAt(),
				resolution.circumstances());
	}

}
