package org.mandate.voting;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything on record of one ballot, as it stands in the tables and with nothing added
 * up: rule, choices, electorate practice by practice, and the returns in all rounds and
 * versions. Drafts are left out, for they were not returned.
 */
@Component
public class BallotLedger {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final BallotReader reader;

	BallotLedger(JdbcClient jdbc, JsonMapper json, BallotReader reader) {
		this.jdbc = jdbc;
		this.json = json;
		this.reader = reader;
	}

	/**
	 * What is on record of a ballot, in one statement.
	 * @param member who asks: it is for those who may see the result
	 * @return {@code question}, {@code rule}, {@code choices}, {@code units} and so on,
	 * as {@code docs/voting.md} describes them
	 * @throws NotFound if there is no such ballot
	 * @throws ResultNotOut before it closes, unless the member runs it
	 * @throws ResultNotForMembers where it is private, unless the member runs it
	 */
	@Transactional(readOnly = true)
	public ObjectNode of(AppraisalSummary appraisal, int number, Member member) {
		BallotRecord ballot = this.reader.of(appraisal.id(), number)
			.orElseThrow(() -> new NotFound("There is no ballot " + number));
		if (ballot.opening() == null || (!ballot.isResultOut() && !member.is(Role.COMMISSIONING_MANAGER))) {
			throw ballot.isClosed() ? new ResultNotForMembers(number) : new ResultNotOut(number);
		}
		String rows = this.jdbc
			.sql("""
					select json_build_object(
						'ballot', to_json(b),
						'choices', (select json_agg(to_json(c) order by c.position) from ballot_choice c where c.ballot_id = b.id),
						'units', (select json_agg(to_json(u) order by u.position) from ballot_unit u where u.ballot_id = b.id),
						'electors', (select json_agg(to_json(e) order by e.code) from elector e where e.ballot_id = b.id),
						'rounds', (select json_agg(to_json(r) order by r.round) from unit_return r where r.ballot_id = b.id),
						'versions', (select json_agg(to_json(v) order by v.number) from return_version v
							join unit_return r on r.id = v.return_id
							where r.ballot_id = b.id and v.returned_at is not null),
						'votes', (select json_agg(to_json(t) order by t.choice) from return_vote t
							join return_version v on v.id = t.version_id join unit_return r on r.id = v.return_id
							where r.ballot_id = b.id),
						'rolls', (select json_agg(json_build_object('version_id', l.version_id, 'code', e.code, 'vote', l.vote)
							order by e.code) from return_roll l join elector e on e.practice_id = l.practice_id
							where e.ballot_id = b.id))
					from ballot b where b.id = :id
					""")
			.param("id", ballot.id().id())
			.query(String.class)
			.single();
		return ledger(this.json.readTree(rows));
	}

	private ObjectNode ledger(JsonNode rows) {
		JsonNode ballot = rows.get("ballot");
		ObjectNode ledger = this.json.createObjectNode();
		copy(ballot, ledger, "number", "question", "kind", "proposed", "follows", "division");
		ledger.set("census", ballot.get("census_on"));
		copy(ballot, ledger, "quarter");
		act(ballot, ledger, "opened");
		act(ballot, ledger, "closed");
		copy(ballot, ledger, "closing_reason");
		act(ballot, ledger, "withdrawn");
		copy(ballot, ledger, "withdrawal_reason");
		copy(ballot, ledger.putObject("rule"), "weight", "patients_per_vote", "rounding", "base", "threshold",
				"percentage", "scope", "units_needed", "quorum", "quorum_percentage");
		ArrayNode choices = ledger.putArray("choices");
		rows.get("choices").forEach((choice) -> copy(choice, choices.addObject(), "code", "name", "short_name"));
		ArrayNode units = ledger.putArray("units");
		rows.get("units").forEach((unit) -> unit(rows, unit, units.addObject()));
		return ledger;
	}

	private void unit(JsonNode rows, JsonNode row, ObjectNode unit) {
		copy(row, unit, "slug", "name", "provenance", "entitled", "patients");
		ArrayNode electorate = unit.putArray("electorate");
		for (JsonNode elector : rows.get("electors")) {
			if (elector.get("unit").equals(row.get("slug"))) {
				copy(elector, electorate.addObject(), "code", "name", "patients");
			}
		}
		ArrayNode rounds = unit.putArray("rounds");
		for (JsonNode round : rows.get("rounds")) {
			if (round.get("unit").equals(row.get("slug"))) {
				round(rows, round, rounds.addObject());
			}
		}
	}

	private void round(JsonNode rows, JsonNode row, ObjectNode round) {
		copy(row, round, "round");
		act(row, round, "opened");
		copy(row, round, "reason");
		act(row, round, "closed");
		ArrayNode versions = round.putArray("versions");
		for (JsonNode version : rows.path("versions")) {
			if (version.get("return_id").equals(row.get("id"))) {
				version(rows, version, versions.addObject());
			}
		}
	}

	private void version(JsonNode rows, JsonNode row, ObjectNode version) {
		copy(row, version, "number", "way", "on_behalf");
		act(row, version, "entered");
		copy(row, version, "correction_reason", "warnings_reason");
		act(row, version, "returned");
		act(row, version, "accepted");
		act(row, version, "sent_back");
		copy(row, version, "sent_back_reason");
		ObjectNode votes = version.putObject("votes");
		for (JsonNode vote : rows.path("votes")) {
			if (vote.get("version_id").equals(row.get("id"))) {
				votes.set(vote.get("choice").asString(), vote.get("practices"));
			}
		}
		copy(row, version, "abstained", "spoilt", "conflicted_out", "absent", "not_stated", "as_said");
		JsonNode percentage = row.get("reported_percentage");
		// As text: every number of the ledger is a whole one.
		version.put("reported_percentage", percentage.isNull() ? null : percentage.decimalValue().toPlainString());
		copy(row, version, "reported_base", "register_count");
		act(row, version, "register");
		ArrayNode roll = version.putArray("roll");
		for (JsonNode line : rows.path("rolls")) {
			if (line.get("version_id").equals(row.get("id"))) {
				copy(line, roll.addObject(), "code", "vote");
			}
		}
	}

	private static void copy(JsonNode row, ObjectNode into, String... names) {
		for (String name : names) {
			into.set(name, row.get(name));
		}
	}

	private static void act(JsonNode row, ObjectNode into, String deed) {
		JsonNode at = row.get(deed + "_at");
		if (at == null || at.isNull()) {
			into.putNull(deed);
			return;
		}
		Instant instant = OffsetDateTime.parse(at.asString()).toInstant();
		into.putObject(deed).put("at", instant.toString()).put("by", row.get(deed + "_by").asString());
	}

}
