package org.mandate.scoring;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.database.NotFound;
import org.mandate.options.Option;
import org.mandate.options.Options;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the panel agrees on once everybody has finished.
 */
@Component
public class Agreement {

	private final ScoringStore store;

	private final Options options;

	private final JdbcClient jdbc;

	private final Clock clock;

	Agreement(ScoringStore store, Options options, JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.options = options;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One score that the panel agreed on.
	 *
	 * @param cell option and criterion
	 * @param score 0 to 10
	 * @param reason why, 1 to 1000 characters
	 * @param dissent who does not agree and why, 1 to 1000 characters; or null
	 * @param seen version of what the person saw, -1 for nothing; null to skip the check
	 */
	public record Statement(Cell cell, int score, String reason, @Nullable String dissent, @Nullable Integer seen) {

		public Statement {
			if (score < 0 || score > 10) {
				throw new IllegalArgumentException("A score is 0 to 10.");
			}
		}

		private boolean says(AgreedScore known) {
			return known.score() == this.score && known.reason().equals(this.reason)
					&& Objects.equals(known.dissent(), this.dissent);
		}

	}

	/**
	 * Record agreed scores, all or none. Nothing is recorded of those that do not change.
	 * @throws ScoringNotPossible while somebody on the panel has not finished
	 * @throws ChangedMeanwhile if somebody else recorded one of them meanwhile
	 */
	@Transactional
	public void record(AppraisalSummary appraisal, List<Statement> statements, Member member) {
		NotAllowed.unlessManages(member);
		this.store.lock(appraisal.id());
		Scorecard card = Scorecard.of(this.options.of(appraisal), this.store.criteria(appraisal.id()),
				this.store.scorers(appraisal.id()), this.store.scores(appraisal.id()),
				this.store.agreed(appraisal.id()));
		if (!card.open()) {
			throw new ScoringNotPossible(waiting(card));
		}
		Set<Cell> places = new HashSet<>(Scorecard.cells(card.scorable(), card.criteria()));
		for (Statement statement : statements) {
			if (!places.contains(statement.cell())) {
				throw new NotFound("There is no such option or criterion.");
			}
			AgreedScore known = card.agreed().get(statement.cell());
			if (known != null && statement.says(known)) {
				continue;
			}
			int version = (known != null) ? known.version() : -1;
			if (statement.seen() != null && statement.seen() != version) {
				throw new ChangedMeanwhile("an agreed score");
			}
			write(appraisal, known, statement);
			told(appraisal, card, known, statement);
		}
	}

	/** Why nothing can be agreed on yet. */
	static String waiting(Scorecard card) {
		List<String> names = card.waitedFor().stream().map(Scorer::name).toList();
		return names.isEmpty() ? "Nobody is on the scoring panel yet."
				: "Not everybody on the panel has finished: " + String.join(", ", names) + ".";
	}

	private void write(AppraisalSummary appraisal, @Nullable AgreedScore known, Statement statement) {
		String sql = (known != null) ? """
				update agreed_score set version = version + 1, score = :score, reason = :reason, dissent = :dissent,
					recorded_at = :now, recorded_by = :by
				where id = :id
				""" : """
				insert into agreed_score (id, version, appraisal_id, criterion_id, option_key, score, reason, dissent,
					recorded_at, recorded_by)
				values (:id, 0, :appraisal, :criterion, :option, :score, :reason, :dissent, :now, :by)
				""";
		JdbcClient.StatementSpec spec = this.jdbc.sql(sql)
			.param("id", (known != null) ? known.id() : UUID.randomUUID())
			.param("score", statement.score())
			.param("reason", statement.reason())
			.param("dissent", statement.dissent())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("by", this.store.actor());
		if (known == null) {
			spec = spec.param("appraisal", appraisal.id().id())
				.param("criterion", statement.cell().criterion())
				.param("option", statement.cell().option());
		}
		spec.update();
	}

	/** From here on the record says what each scorer gave. */
	private void told(AppraisalSummary appraisal, Scorecard card, @Nullable AgreedScore known, Statement statement) {
		Option option = card.options()
			.stream()
			.filter((each) -> each.key().equals(statement.cell().option()))
			.findFirst()
			.orElseThrow();
		Criterion criterion = card.criteria()
			.stream()
			.filter((each) -> each.id().equals(statement.cell().criterion()))
			.findFirst()
			.orElseThrow();
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("option", option.title());
		details.put("criterion", criterion.name());
		details.put("scores of the panel", card.spread(criterion, option).named());
		Map<String, Object> after = facts(statement.score(), statement.reason(), statement.dissent());
		if (known != null) {
			details.put("before", facts(known.score(), known.reason(), known.dissent()));
			details.put("after", after);
		}
		else {
			details.putAll(after);
		}
		this.store.happened(appraisal.id(), (known != null) ? "agreed-score.changed" : "agreed-score.recorded",
				"%s %s on %s: %d".formatted((known != null) ? "Agreed again on" : "Agreed on", option.label(),
						criterion.name(), statement.score()),
				statement.reason(), details);
	}

	private static Map<String, Object> facts(int score, String reason, @Nullable String dissent) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("score", score);
		facts.put("reason", reason);
		if (dissent != null) {
			facts.put("dissent", dissent);
		}
		return facts;
	}

}
