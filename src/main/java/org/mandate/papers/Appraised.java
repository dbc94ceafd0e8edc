package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.analysis.Findings;
import org.mandate.analysis.Result;
import org.mandate.analysis.Valuation;
import org.mandate.considerations.Considered;
import org.mandate.considerations.Consideration;
import org.mandate.considerations.Finance;
import org.mandate.considerations.OptionRequirements;
import org.mandate.considerations.OptionSides;
import org.mandate.considerations.Statement;
import org.mandate.considerations.Subject;
import org.mandate.options.Option;
import org.mandate.risks.Rating;
import org.mandate.risks.Risk;
import org.mandate.risks.RiskRegister;

/**
 * The section on the options, from what other modules say of them.
 */
final class Appraised {

	private final Considered considered;

	private final Findings findings;

	private final RiskRegister risks;

	private final List<String> voices;

	private final Citations citations;

	Appraised(Considered considered, Findings findings, RiskRegister risks, List<String> voices, Citations citations) {
		this.considered = considered;
		this.findings = findings;
		this.risks = risks;
		this.voices = voices;
		this.citations = citations;
	}

	OptionsAppraisal write() {
		List<Option> options = this.considered.sides().stream().map(OptionSides::option).toList();
		Result result = this.findings.result();
		return new OptionsAppraisal(options.stream().map(Appraised::line).toList(),
				this.considered.sides().stream().filter((side) -> !side.isEmpty()).map(this::sides).toList(),
				this.considered.requirements()
					.stream()
					.filter((each) -> each.unanswered() < each.asked().size())
					.map(this::required)
					.toList(),
				capacity(), finance(), texts(List.of(Subject.CAPACITY, Subject.CONFLICTS, Subject.OTHER_OPTIONS)),
				texts(Subject.implications()), implicationsMissing(), (result != null) ? scores(result) : null,
				this.findings.sentence(), risks(), this.voices);
	}

	private static OptionsAppraisal.OptionLine line(Option option) {
		String cost = option.cost();
		return new OptionsAppraisal.OptionLine(option.title(), option.standing().label(), option.reason(),
				option.source(), (cost != null) ? cost + " a year" : null);
	}

	private OptionsAppraisal.Sides sides(OptionSides sides) {
		return new OptionsAppraisal.Sides(sides.option().title(), remarks(sides.opportunities()),
				remarks(sides.threats()));
	}

	private List<OptionsAppraisal.Remark> remarks(List<Consideration> some) {
		return some.stream().map((each) -> {
			Consideration.Library library = each.library();
			return new OptionsAppraisal.Remark(each.text(),
					(library != null) ? this.citations.numbers(library.citations()) : List.of(), each.source());
		}).toList();
	}

	private OptionsAppraisal.Required required(OptionRequirements requirements) {
		List<OptionsAppraisal.Answer> answers = new ArrayList<>();
		for (OptionRequirements.Asked asked : requirements.asked()) {
			OptionRequirements.Answer answer = asked.answer();
			if (answer != null) {
				answers.add(new OptionsAppraisal.Answer(asked.requirement().text(),
						this.citations.numbers(asked.requirement().citations()), answer.met().label(), answer.text(),
						answer.source()));
			}
		}
		return new OptionsAppraisal.Required(requirements.option().title(), requirements.count(), answers);
	}

	private List<String> capacity() {
		if (this.considered.capacity().roles().isEmpty()) {
			return List.of();
		}
		List<String> lines = new ArrayList<>();
		this.considered.capacity()
			.roles()
			.forEach((role) -> lines
				.add("%s: %s FTE held (%s).".formatted(role.name(), lower(role.heldWords()), role.source())));
		this.considered.capacity().options().forEach((option) -> lines.add(this.considered.capacity().finding(option)));
		return lines;
	}

	private List<String> finance() {
		Finance finance = this.considered.finance();
		if (finance.isEmpty()) {
			return List.of();
		}
		List<String> lines = new ArrayList<>();
		lines.add(finance.finding());
		for (Finance.Group group : finance.groups()) {
			for (Finance.Line line : group.lines()) {
				lines.add("%s, %s: %s%s (%s).".formatted(group.category().label(), line.label(), line.words(),
						(line.note() != null) ? ". " + line.note() : "", line.source()));
			}
		}
		return lines;
	}

	private List<OptionsAppraisal.Text> texts(List<Subject> subjects) {
		return subjects.stream()
			.map((subject) -> this.considered.statements().get(subject))
			.filter(Objects::nonNull)
			.map(Appraised::text)
			.toList();
	}

	private static OptionsAppraisal.Text text(Statement statement) {
		return new OptionsAppraisal.Text(statement.subject().label(), statement.applies(), statement.text(),
				statement.source());
	}

	/** While none is recorded nobody began with them, and none is said to be missing. */
	private List<String> implicationsMissing() {
		if (this.considered.implicationsGiven() == 0) {
			return List.of();
		}
		return Subject.implications()
			.stream()
			.filter((subject) -> !this.considered.statements().containsKey(subject))
			.map(Subject::label)
			.toList();
	}

	private static OptionsAppraisal.Scores scores(Result result) {
		Valuation valuation = result.valuation();
		List<String> criteria = new ArrayList<>();
		for (int i = 0; i < valuation.criteria().size(); i++) {
			criteria.add("%s (%s)".formatted(valuation.criteria().get(i).name(), valuation.weights().get(i).percent()));
		}
		return new OptionsAppraisal.Scores(criteria,
				valuation.options()
					.stream()
					.map((each) -> new OptionsAppraisal.ScoreRow(each.option().title(), each.place(),
							each.value().decimal(), each.option().scores()))
					.toList(),
				valuation.dominances()
					.stream()
					.map((each) -> "%s dominates %s: at least as good on every criterion, better on %d."
						.formatted(each.better().title(), each.worse().title(), each.on()))
					.toList(),
				valuation.nearTies().stream().map(Valuation.NearTie::sentence).toList());
	}

	private List<OptionsAppraisal.RiskLine> risks() {
		List<OptionsAppraisal.RiskLine> lines = new ArrayList<>();
		for (RiskRegister.OfOption option : this.risks.appraised()) {
			for (Risk risk : option.standing()) {
				lines.add(new OptionsAppraisal.RiskLine(risk.number(), option.option().title(), risk.title(),
						risk.statement().description(), rating(risk.inherent()), risk.statement().mitigation(),
						rating(risk.residual()), risk.statement().owner(), risk.statement().source()));
			}
		}
		return lines;
	}

	private String rating(@Nullable Rating rating) {
		return (rating != null) ? "%d, %s".formatted(rating.score(), lower(this.risks.bands().of(rating).label()))
				: "Not rated";
	}

	private static String lower(String words) {
		return words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
	}

}
