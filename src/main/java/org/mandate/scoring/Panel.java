package org.mandate.scoring;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.People;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.options.Options;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scoring panel. Each scorer fills in a sheet alone. What is on it is in no event
 * before the panel agrees on a score: the timeline is open to all.
 */
@Component
public class Panel {

	private final ScoringStore store;

	private final Options options;

	private final People people;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Panel(ScoringStore store, Options options, People people, JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.store = store;
		this.options = options;
		this.people = people;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * What a scorer enters for one option on one criterion.
	 *
	 * @param cell option and criterion
	 * @param score 0 to 10; null for none yet
	 * @param comment 1 to 500 characters; null for none, and where there is no score
	 */
	public record Entry(Cell cell, @Nullable Integer score, @Nullable String comment) {

		public Entry {
			if (score != null && (score < 0 || score > 10)) {
				throw new IllegalArgumentException("A score is 0 to 10.");
			}
			if (score == null && comment != null) {
				throw new IllegalArgumentException("A comment needs its score.");
			}
		}

	}

	/**
	 * Put people on the panel, or back on it. Those who are on it stay as they are.
	 * @param persons members of the organisation
	 * @throws ScoringNotPossible once the panel has agreed on a score
	 */
	@Transactional
	public void invite(AppraisalSummary appraisal, List<UUID> persons, Member member) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		Scorecard card = card(appraisal);
		Map<UUID, String> names = new HashMap<>();
		this.people.active().forEach((each) -> names.put(each.id().id(), each.name()));
		for (UUID person : persons) {
			String name = names.get(person);
			if (name == null) {
				throw new NotFound("There is no such person.");
			}
			Optional<Scorer> known = card.scorer(person);
			if (known.isPresent() && known.get().isActive()) {
				continue;
			}
			if (!card.agreed().isEmpty()) {
				throw new ScoringNotPossible("The panel has begun to agree on scores. Nobody can join it now.");
			}
			String scores = card.open() ? "open to read" : "not open";
			if (known.isPresent()) {
				update("removed_reason = null", known.get().id()).update();
			}
			else {
				insert(appraisal, person, name);
			}
			this.store.happened(appraisal.id(), "scorer.invited", "Invited " + name + " to the scoring panel", null,
					Map.of("scorer", name, "scores of the others at that time", scores));
		}
		if (card(appraisal).scorers().size() > Scorer.MOST) {
			throw new ScoringNotPossible("A panel has at most 50 scorers.");
		}
	}

	/**
	 * Take somebody off the panel. Their scores are kept and do not count.
	 * @param scorer identity on the panel
	 * @param reason 1 to 1000 characters
	 */
	@Transactional
	public void remove(AppraisalSummary appraisal, UUID scorer, String reason, Member member) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		Scorer known = scorer(appraisal, scorer);
		if (known.isActive()) {
			update("removed_reason = :reason", scorer).param("reason", reason).update();
			this.store.happened(appraisal.id(), "scorer.removed", "Removed " + known.name() + " from the scoring panel",
					reason, Map.of("scorer", known.name(), "sheet", known.isFinished() ? "finished" : "not finished"));
		}
	}

	/** One scorer as they stand. */
	@Transactional(readOnly = true)
	Scorer scorer(AppraisalSummary appraisal, UUID scorer) {
		return this.store.scorers(appraisal.id())
			.stream()
			.filter((each) -> each.id().equals(scorer))
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such scorer."));
	}

	/**
	 * Save the sheet of the person themselves. Places that the panel agreed on already
	 * stay as they are, as do those that are not on the sheet.
	 * @param entries what is on the sheet, each place once
	 * @param seen version of the sheet that the person saw
	 * @param finish whether it is finished: it must be complete then
	 * @throws NotAllowed if the person is not on the panel
	 * @throws ChangedMeanwhile if the sheet was saved meanwhile, and says something else
	 * @throws SheetIncomplete if it is to be finished and a score is missing
	 */
	@Transactional
	public void save(AppraisalSummary appraisal, List<Entry> entries, int seen, boolean finish, Member own) {
		this.store.lock(appraisal.id());
		Scorecard card = card(appraisal);
		Scorer scorer = onPanel(card, own);
		Set<Cell> places = new HashSet<>(Scorecard.cells(card.scorable(), card.criteria()));
		places.removeAll(card.agreed().keySet());
		Map<Cell, Entry> given = new LinkedHashMap<>();
		for (Entry entry : entries) {
			if (entry.score() != null && places.contains(entry.cell())) {
				given.put(entry.cell(), entry);
			}
		}
		Map<Cell, Entry> before = new HashMap<>();
		card.scores()
			.stream()
			.filter((score) -> score.scorer().equals(scorer.id()) && places.contains(score.cell()))
			.forEach((score) -> before.put(score.cell(), new Entry(score.cell(), score.score(), score.comment())));
		boolean same = before.equals(given);
		if (same && scorer.isFinished() == finish) {
			return;
		}
		if (scorer.isFinished() && (!same || !finish)) {
			throw new ChangedMeanwhile("your sheet as finished");
		}
		if (!same && scorer.version() != seen) {
			throw new ChangedMeanwhile("your sheet");
		}
		if (!same) {
			write(scorer, before.keySet(), given);
		}
		Scorecard after = card(appraisal);
		int owed = after.outstanding().getOrDefault(scorer.id(), 0);
		if (finish && owed > 0) {
			throw new SheetIncomplete(owed);
		}
		update("finished_at = " + (finish ? ":now" : "null"), scorer.id())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		String what = finish ? " finished their scoring sheet" : " saved their scoring sheet as a draft";
		this.store.happened(appraisal.id(), finish ? "sheet.finished" : "sheet.saved", scorer.name() + what, null,
				Map.of("scorer", scorer.name(), "scores entered", given.size()));
	}

	/**
	 * Work on one's own finished sheet again, as long as something on it is not agreed.
	 * @throws NotAllowed if the person is not on the panel
	 * @throws ScoringNotPossible if everything is agreed
	 */
	@Transactional
	public void reopen(AppraisalSummary appraisal, Member own) {
		this.store.lock(appraisal.id());
		Scorecard card = card(appraisal);
		Scorer scorer = onPanel(card, own);
		if (!scorer.isFinished()) {
			return;
		}
		if (!mayReopen(card)) {
			throw new ScoringNotPossible("The panel has agreed on every score. Your sheet stays as it is.");
		}
		update("finished_at = null", scorer.id()).update();
		this.store.happened(appraisal.id(), "sheet.reopened", scorer.name() + " reopened their scoring sheet", null,
				Map.of("scorer", scorer.name(), "scores of the others at that time",
						card.open() ? "open to read" : "not open"));
	}

	static boolean mayReopen(Scorecard card) {
		return !card.agreed().keySet().containsAll(Scorecard.cells(card.shortlist(), card.criteria()));
	}

	private Scorecard card(AppraisalSummary appraisal) {
		return Scorecard.of(this.options.of(appraisal), this.store.criteria(appraisal.id()),
				this.store.scorers(appraisal.id()), this.store.scores(appraisal.id()),
				this.store.agreed(appraisal.id()));
	}

	private static Scorer onPanel(Scorecard card, Member own) {
		return card.scorer(own.id().id())
			.filter(Scorer::isActive)
			.orElseThrow(() -> new NotAllowed("You are not on the scoring panel of this appraisal."));
	}

	private void insert(AppraisalSummary appraisal, UUID person, String name) {
		this.jdbc.sql("""
				insert into panel_scorer (id, version, appraisal_id, person_id, name, invited_at, invited_by)
				values (:id, 0, :appraisal, :person, :name, :now, :by)
				""")
			.param("id", UUID.randomUUID())
			.param("appraisal", appraisal.id().id())
			.param("person", person)
			.param("name", name)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", this.store.actor())
			.update();
	}

	private JdbcClient.StatementSpec update(String changes, UUID scorer) {
		return this.jdbc.sql("update panel_scorer set version = version + 1, " + changes + " where id = :id")
			.param("id", scorer);
	}

	/** Two statements, however many scores. */
	private void write(Scorer scorer, Set<Cell> before, Map<Cell, Entry> given) {
		List<Map<String, Object>> rows = new ArrayList<>();
		given.values().forEach((entry) -> rows.add(row(entry.cell(), entry.score(), entry.comment())));
		List<Map<String, Object>> gone = before.stream()
			.filter((cell) -> !given.containsKey(cell))
			.map((cell) -> row(cell, null, null))
			.toList();
		this.jdbc.sql("""
				delete from panel_score s
				using json_to_recordset(cast(:rows as json)) as r (criterion uuid, option text)
				where s.scorer_id = :scorer and s.criterion_id = r.criterion and s.option_key = r.option
				""").param("rows", this.json.writeValueAsString(gone)).param("scorer", scorer.id()).update();
		this.jdbc.sql("""
				insert into panel_score (scorer_id, criterion_id, option_key, score, comment)
				select :scorer, r.criterion, r.option, r.score, r.comment
				from json_to_recordset(cast(:rows as json)) as r (criterion uuid, option text, score int, comment text)
				on conflict (organisation_id, scorer_id, criterion_id, option_key)
				do update set score = excluded.score, comment = excluded.comment
				""").param("rows", this.json.writeValueAsString(rows)).param("scorer", scorer.id()).update();
	}

	private static Map<String, Object> row(Cell cell, @Nullable Integer score, @Nullable String comment) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("criterion", cell.criterion().toString());
		row.put("option", cell.option());
		row.put("score", Objects.requireNonNullElse(score, 0));
		if (comment != null) {
			row.put("comment", comment);
		}
		return row;
	}

}
