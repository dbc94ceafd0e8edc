package org.mandate.recount;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The returns of a ballot as a table: one row for each version of each unit.
 */
final class VersionTable {

	private static final List<String> ACTS = List.of("entered", "returned", "accepted", "sent_back", "register");

	private final JsonNode ballot;

	VersionTable(JsonNode file) {
		this.ballot = file.get("mandate").get("ballot");
	}

	List<String> header() {
		List<String> header = new ArrayList<>(
				List.of("unit", "name", "entitled", "patients", "round", "version", "counts", "way", "on_behalf"));
		this.ballot.get("choices").forEach((choice) -> header.add(choice.get("short_name").asString()));
		header.addAll(List.of("abstained", "spoilt", "conflicted_out", "absent", "number_not_stated_for", "as_said",
				"reported_percentage", "reported_base", "register_count"));
		for (String act : ACTS) {
			header.add(act + "_at");
			header.add(act + "_by");
		}
		header.addAll(List.of("warnings_reason", "correction_reason", "sent_back_reason"));
		return header;
	}

	List<List<String>> rows() {
		List<List<String>> rows = new ArrayList<>();
		for (JsonNode unit : this.ballot.get("units")) {
			JsonNode rounds = unit.get("rounds");
			for (JsonNode round : rounds) {
				boolean last = round.equals(rounds.get(rounds.size() - 1));
				JsonNode counting = last ? accepted(round) : null;
				for (JsonNode version : round.get("versions")) {
					rows.add(row(unit, round, version, version.equals(counting)));
				}
			}
		}
		return rows;
	}

	private static @Nullable JsonNode accepted(JsonNode round) {
		JsonNode accepted = null;
		for (JsonNode version : round.get("versions")) {
			accepted = version.get("accepted").isNull() ? accepted : version;
		}
		return accepted;
	}

	private List<String> row(JsonNode unit, JsonNode round, JsonNode version, boolean counts) {
		List<String> row = new ArrayList<>();
		for (String name : List.of("slug", "name", "entitled", "patients")) {
			row.add(text(unit.get(name)));
		}
		row.add(text(round.get("round")));
		row.add(text(version.get("number")));
		row.add(counts ? "yes" : "no");
		row.add(text(version.get("way")));
		row.add(version.get("on_behalf").asBoolean() ? "yes" : "no");
		for (JsonNode choice : this.ballot.get("choices")) {
			JsonNode votes = version.get("votes").get(choice.get("code").asString());
			boolean open = choice.get("code").equals(version.get("not_stated"));
			row.add(open ? "" : (votes != null) ? text(votes) : "0");
		}
		for (String name : List.of("abstained", "spoilt", "conflicted_out", "absent", "not_stated", "as_said",
				"reported_percentage", "reported_base", "register_count")) {
			row.add(text(version.get(name)));
		}
		for (String act : ACTS) {
			row.add(text(version.get(act).get("at")));
			row.add(text(version.get(act).get("by")));
		}
		for (String name : List.of("warnings_reason", "correction_reason", "sent_back_reason")) {
			row.add(text(version.get(name)));
		}
		return row;
	}

	private static String text(@Nullable JsonNode value) {
		if (value == null || value.isNull()) {
			return "";
		}
		return value.isString() ? value.asString() : value.toString();
	}

}
