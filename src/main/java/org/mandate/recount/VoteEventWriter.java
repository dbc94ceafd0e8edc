package org.mandate.recount;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.mandate.organisations.Organisation;
import org.mandate.voting.Act;
import org.mandate.voting.BallotRecord;
import org.mandate.voting.Choice;
import org.mandate.voting.Figure;
import org.mandate.voting.Outcome;
import org.mandate.voting.Reading;
import org.mandate.voting.Totals;
import org.mandate.voting.UnitOutcome;
import org.mandate.voting.Verdict;
import org.mandate.voting.Weights;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what was published of a ballot: as a vote event of Popolo, and every figure of
 * every reading.
 */
final class VoteEventWriter {

	private final ObjectNode file;

	private final JsonNode recorded;

	private final BallotRecord ballot;

	private final Outcome outcome;

	VoteEventWriter(ObjectNode file, JsonNode recorded, BallotRecord ballot) {
		this.file = file;
		this.recorded = recorded;
		this.ballot = ballot;
		this.outcome = ballot.outcome(ballot.usualReading());
	}

	/** Writes the vote event. */
	void write(String identifier, Organisation organisation) {
		this.file.put("identifier", identifier);
		ObjectNode motion = this.file.putObject("motion");
		motion.put("text", this.ballot.question());
		motion.put("classification", this.ballot.kind().name());
		motion.put("requirement", this.ballot.ruleSentence());
		this.file.putObject("organization").put("id", organisation.code()).put("name", organisation.name());
		this.file.put("start_date", Objects.requireNonNull(this.ballot.opening()).at().toString());
		Act closure = this.ballot.closure();
		this.file.put("end_date", (closure != null) ? closure.at().toString() : null);
		this.file.put("result", VoteEvent.result(this.outcome.verdict().state().name()));
		counts(this.file.putArray("counts"));
		votes(this.file.putArray("votes"));
	}

	private void counts(ArrayNode counts) {
		Map<String, String> options = VoteEvent.options(this.ballot.choices().stream().map(Choice::code).toList());
		for (UnitOutcome unit : this.outcome.units()) {
			options.forEach((name, option) -> {
				Figure figure = figure(unit, name);
				if (figure.exact()) {
					ObjectNode count = counts.addObject();
					count.put("option", option).put("value", figure.number());
					count.putObject("group").put("id", unit.slug()).put("name", unit.name());
				}
			});
		}
	}

	private static Figure figure(UnitOutcome unit, String name) {
		return switch (name) {
			case "abstained" -> unit.abstained();
			case "spoilt" -> unit.spoilt();
			case "conflicted_out" -> unit.conflictedOut();
			case "absent" -> unit.absent();
			case "not_returned" -> unit.notReturned();
			default -> unit.votes(name.substring("votes:".length()));
		};
	}

	/** The rolls of the versions that count. */
	private void votes(ArrayNode votes) {
		for (JsonNode unit : this.recorded.get("units")) {
			JsonNode counting = counting(unit);
			if (counting == null) {
				continue;
			}
			for (JsonNode line : counting.get("roll")) {
				for (JsonNode elector : unit.get("electorate")) {
					if (elector.get("code").equals(line.get("code"))) {
						vote(votes.addObject(), unit, elector, line.get("vote").asString());
					}
				}
			}
		}
	}

	private void vote(ObjectNode vote, JsonNode unit, JsonNode elector, String what) {
		vote.put("option", VoteEvent.option(what));
		vote.putObject("voter").put("id", elector.get("code").asString()).put("name", elector.get("name").asString());
		vote.putObject("group").put("id", unit.get("slug").asString()).put("name", unit.get("name").asString());
		if (this.ballot.rule().weight().weighted()) {
			JsonNode patients = elector.get("patients");
			vote.put("weight", patients.isNull() ? 0 : this.ballot.rule().weight().of(patients.asInt()));
		}
	}

	private static @Nullable JsonNode counting(JsonNode unit) {
		JsonNode counting = null;
		JsonNode rounds = unit.get("rounds");
		for (JsonNode version : rounds.get(rounds.size() - 1).get("versions")) {
			counting = version.get("accepted").isNull() ? counting : version;
		}
		return counting;
	}

	/** Every figure under every reading that there is. */
	static ArrayNode results(BallotRecord ballot, JsonMapper json) {
		ArrayNode results = json.createArrayNode();
		for (Reading reading : Reading.values()) {
			if (reading == Reading.AS_STATED || ballot.hasRegisterCounts()) {
				result(ballot.outcome(reading), results.addObject());
			}
		}
		return results;
	}

	private static void result(Outcome outcome, ObjectNode result) {
		result.put("reading", outcome.reading().name());
		ArrayNode units = result.putArray("units");
		for (UnitOutcome unit : outcome.units()) {
			ObjectNode each = units.addObject();
			each.put("slug", unit.slug()).put("state", unit.state().name());
			unit(outcome, unit, each.putObject("figures"));
		}
		totals(outcome, result.putObject("totals"));
		Verdict verdict = outcome.verdict();
		ObjectNode said = result.putObject("verdict");
		said.put("state", verdict.state().name()).put("choice", verdict.choice()).put("sentence", verdict.sentence());
		ArrayNode sums = said.putArray("sums");
		verdict.sums().forEach(sums::add);
	}

	private static void unit(Outcome outcome, UnitOutcome unit, ObjectNode figures) {
		figures.put("entitled", unit.entitled()).put("patients", unit.patients());
		outcome.ballot()
			.choices()
			.forEach((choice) -> put(figures, "votes:" + choice.code(), unit.votes(choice.code())));
		put(figures, "abstained", unit.abstained());
		put(figures, "spoilt", unit.spoilt());
		put(figures, "conflicted_out", unit.conflictedOut());
		put(figures, "absent", unit.absent());
		put(figures, "not_returned", unit.notReturned());
		put(figures, "expressed", unit.expressed());
		put(figures, "cast", unit.cast());
		Weights weights = unit.weights();
		if (weights != null) {
			figures.put("weight:entitled", weights.total());
			outcome.ballot()
				.choices()
				.forEach((choice) -> put(figures, "weight:" + choice.code(), weights.of(choice.code()), !unit.open()));
			put(figures, "weight:expressed", weights.expressed(), !unit.open());
			put(figures, "weight:cast", weights.cast(), !unit.open());
		}
	}

	private static void totals(Outcome outcome, ObjectNode figures) {
		Totals totals = outcome.totals();
		figures.put("entitled", totals.entitled()).put("patients", totals.patients());
		outcome.ballot()
			.choices()
			.forEach((choice) -> put(figures, "votes:" + choice.code(), totals.votes(choice.code())));
		put(figures, "abstained", totals.abstained());
		put(figures, "spoilt", totals.spoilt());
		put(figures, "conflicted_out", totals.conflictedOut());
		put(figures, "absent", totals.absent());
		put(figures, "not_returned", totals.notReturned());
		put(figures, "expressed", totals.expressed());
		put(figures, "cast", totals.cast());
		if (outcome.ballot().rule().weight().weighted()) {
			figures.put("weight:entitled", sum(outcome, Weights::total));
			boolean exact = outcome.units().stream().noneMatch(UnitOutcome::open);
			outcome.ballot()
				.choices()
				.forEach((choice) -> put(figures, "weight:" + choice.code(),
						sum(outcome, (weights) -> weights.of(choice.code())), exact));
			put(figures, "weight:expressed", sum(outcome, Weights::expressed), exact);
			put(figures, "weight:cast", sum(outcome, Weights::cast), exact);
		}
	}

	private static long sum(Outcome outcome, Function<Weights, Long> figure) {
		return outcome.units()
			.stream()
			.map(UnitOutcome::weights)
			.filter(Objects::nonNull)
			.mapToLong((weights) -> figure.apply(Objects.requireNonNull(weights)))
			.sum();
	}

	private static void put(ObjectNode figures, String name, Figure figure) {
		put(figures, name, figure.number(), figure.exact());
	}

	private static void put(ObjectNode figures, String name, long number, boolean exact) {
		if (exact) {
			figures.put(name, number);
		}
		else {
			figures.putObject(name).put("at_least", number);
		}
	}

}
