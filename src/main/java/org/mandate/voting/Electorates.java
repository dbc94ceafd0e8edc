package org.mandate.voting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mandate.organisations.Locality;
import org.mandate.organisations.MemberPractice;
import org.mandate.organisations.Organisations;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who is entitled to vote in a ballot, unit by unit: from the register while it is set
 * up, frozen when it opens.
 */
@Component
class Electorates {

	private final Organisations organisations;

	private final JdbcTemplate jdbc;

	Electorates(Organisations organisations, JdbcTemplate jdbc) {
		this.organisations = organisations;
		this.jdbc = jdbc;
	}

	/**
	 * Who would be entitled to vote, by unit; practices in none come last.
	 * @param date the day on whose register they are members
	 * @param quarter of the list sizes
	 */
	List<Electorate> of(BallotId ballot, Division division, LocalDate date, String quarter) {
		Map<UUID, Locality> localities = this.organisations.localities()
			.stream()
			.collect(Collectors.toMap(Locality::id, (locality) -> locality));
		Map<UUID, String> placed = (division == Division.OWN) ? placements(ballot) : Map.of();
		Map<Optional<String>, List<MemberPractice>> units = new LinkedHashMap<>();
		for (MemberPractice practice : this.organisations.membersOn(date, quarter)) {
			Locality locality = (practice.locality() != null) ? localities.get(practice.locality()) : null;
			String unit = switch (division) {
				case LOCALITIES -> (locality != null) ? locality.name() : null;
				case WHOLE -> "All practices";
				case OWN -> placed.get(practice.practice());
			};
			units.computeIfAbsent(Optional.ofNullable(unit), (key) -> new ArrayList<>()).add(practice);
		}
		List<MemberPractice> nowhere = units.remove(Optional.<String>empty());
		List<Electorate> electorate = new ArrayList<>();
		units.forEach((unit, practices) -> electorate
			.add(new Electorate(unit.orElseThrow(), common(practices, localities), practices)));
		if (nowhere != null) {
			electorate.add(new Electorate(null, null, nowhere));
		}
		return electorate;
	}

	private static @Nullable Locality common(List<MemberPractice> practices, Map<UUID, Locality> localities) {
		UUID first = practices.getFirst().locality();
		return (first != null && practices.stream().allMatch((practice) -> first.equals(practice.locality())))
				? localities.get(first) : null;
	}

	private Map<UUID, String> placements(BallotId ballot) {
		Map<UUID, String> placements = new HashMap<>();
		this.jdbc.query("select practice_id, unit from ballot_placement where ballot_id = ?", (row) -> {
			placements.put(row.getObject("practice_id", UUID.class), row.getString("unit"));
		}, ballot.id());
		return placements;
	}

	/** Say into which group of the ballot's own each practice belongs. */
	void place(BallotId ballot, Map<UUID, String> groups) {
		this.jdbc.update("delete from ballot_placement where ballot_id = ?", ballot.id());
		this.jdbc.batchUpdate("insert into ballot_placement (ballot_id, practice_id, unit) values (?, ?, ?)",
				groups.entrySet()
					.stream()
					.map((entry) -> new Object[] { ballot.id(), entry.getKey(), entry.getValue() })
					.toList());
	}

	/** Keep the electorate as it is now, whatever happens to its practices later. */
	void freeze(BallotId ballot, List<Electorate> electorate) {
		List<Object[]> electors = new ArrayList<>();
		for (Electorate each : electorate) {
			String unit = each.ballotUnit().slug();
			for (MemberPractice practice : each.practices()) {
				electors.add(new Object[] { ballot.id(), practice.practice(), unit, practice.code(), practice.name(),
						practice.listSize() });
			}
		}
		this.jdbc.batchUpdate(
				"insert into elector (ballot_id, practice_id, unit, code, name, patients) values (?, ?, ?, ?, ?, ?)",
				electors);
	}

}
