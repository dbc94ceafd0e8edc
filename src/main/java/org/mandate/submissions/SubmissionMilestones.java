package org.mandate.submissions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.MilestoneSource;
import org.mandate.guidance.Edition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.mandate.submissions.ProFormaStore.optional;

/**
 * What happened on the way of the proposal: attested (about who: the code of their
 * office), submitted, received, considered (about the key of the step), what came of it
 * (about its code, {@code not-recommended-joint-this-year} where joint arrangements
 * follow, {@code no-application} where none is made), agreement and funds. One statement.
 */
@Component
class SubmissionMilestones implements MilestoneSource {

	private final JdbcClient jdbc;

	private final Desk desk;

	SubmissionMilestones(JdbcClient jdbc, Desk desk) {
		this.jdbc = jdbc;
		this.desk = desk;
	}

	@Override
	public List<Milestone> milestones(AppraisalSummary appraisal) {
		Edition edition = this.desk.edition(appraisal);
		List<Milestone> milestones = new ArrayList<>();
		this.jdbc
			.sql("""
					with mine as (select p.*, row_number() over (order by number desc) as back from pro_forma p
						where appraisal_id = :appraisal),
					sent as (select p.model, s.* from mine p join submission s on s.pro_forma_id = p.id
						where s.withdrawn_at is null)
					select 'ATTESTED' as kind, p.model, a.office as code, a.attested_at as at, a.signed_on as day, a.person_name as said
					from mine p join attestation a on a.pro_forma_id = p.id and a.revision = p.revision
					where p.back = 1 and p.given_up_at is null
					union all select 'SUBMITTED', model, case when submitted_at >= due_at then 'late' else 'in-time' end, submitted_at,
						null, override_reason from sent
					union all select 'RECEIVED', model, null, received_at, null, received_from from sent where received_at is not null
					union all select 'STAGE', s.model, g.stage, null, g.happened_on, g.result
					from sent s join submission_stage g on g.pro_forma_id = s.pro_forma_id and g.submission = s.number
					union all select 'OUTCOME', s.model, o.outcome, null, o.told_on, o.fallback
					from sent s join submission_outcome o on o.pro_forma_id = s.pro_forma_id and o.submission = s.number
					where o.number = (select max(number) from submission_outcome l
						where l.pro_forma_id = o.pro_forma_id and l.submission = o.submission)
					union all select 'NONE', null, null, null, decided_on, decided_by
					from no_application where appraisal_id = :appraisal and reopened_at is null
					""")
			.param("appraisal", appraisal.id().id())
			.query((row) -> {
				Milestone milestone = milestone(row, edition, appraisal.path() + "/submission");
				if (milestone != null) {
					milestones.add(milestone);
				}
			});
		return milestones;
	}

	private static @Nullable Milestone milestone(ResultSet row, Edition edition, String path) throws SQLException {
		String model = row.getString("model");
		String name = (model != null) ? edition.model(model).name() : "";
		String code = row.getString("code");
		String said = row.getString("said");
		Instant at = optional(row, "at");
		LocalDate day = row.getObject("day", LocalDate.class);
		return switch (row.getString("kind")) {
			case "ATTESTED" -> attested(Attestation.Office.valueOf(code), said, at, day, path);
			case "SUBMITTED" -> Milestone.at(Milestone.Kind.SUBMITTED, model, Objects.requireNonNull(at),
					"Proposal for %s submitted".formatted(name), submitted(code.equals("late"), said), path);
			case "RECEIVED" -> Milestone.at(Milestone.Kind.RECEIVED, model, Objects.requireNonNull(at),
					"Proposal for %s received by NHS England".formatted(name), said, path);
			case "STAGE" -> stage(Route.of(edition, Objects.requireNonNull(model), Map.of()), code,
					Objects.requireNonNull(day), said, path + "/route");
			case "OUTCOME" -> outcome(Outcome.Result.valueOf(code), name, Objects.requireNonNull(day),
					(said != null) ? Fallback.valueOf(said) : null, path + "/route");
			default -> Milestone.on(Milestone.Kind.OUTCOME, "no-application", Objects.requireNonNull(day),
					"No application made", "Decided by " + said, path + "/no-application");
		};
	}

	private static Milestone attested(Attestation.Office office, String name, @Nullable Instant at,
			@Nullable LocalDate signed, String path) {
		String title = "%s attested: %s".formatted(office.label(), name);
		return (signed != null)
				? Milestone.on(Milestone.Kind.ATTESTED, office.slug(), signed, title, Attestation.WORDS, path)
				: Milestone.at(Milestone.Kind.ATTESTED, office.slug(), Objects.requireNonNull(at), title,
						Attestation.WORDS, path);
	}

	private static @Nullable String submitted(boolean late, @Nullable String override) {
		String words = late ? "Late. " : "";
		words += (override != null)
				? "Tests of the members' mandate failed; the accountable officer overrode them: " + override : "";
		return words.isBlank() ? null : words.strip();
	}

	private static @Nullable Milestone stage(Route route, String key, LocalDate on, String result, String path) {
		Stage stage = route.stages().stream().filter((each) -> each.slug().equals(key)).findFirst().orElse(null);
		if (stage == null) {
			return null;
		}
		Milestone.Kind kind = switch (stage.kind()) {
			case AGREEMENT -> Milestone.Kind.AGREEMENT;
			case FUNDS -> Milestone.Kind.FUNDS;
			default -> Milestone.Kind.MODERATED;
		};
		return Milestone.on(kind, key, on, stage.step().title(), Stage.Result.valueOf(result).label(), path);
	}

	private static Milestone outcome(Outcome.Result result, String model, LocalDate on, @Nullable Fallback fallback,
			String path) {
		String code = (fallback == Fallback.JOINT_THIS_YEAR) ? result.code() + "-joint-this-year" : result.code();
		return Milestone.on(Milestone.Kind.OUTCOME, code, on, "%s: %s".formatted(model, result.label()),
				(fallback != null) ? "What follows: " + fallback.label() : null, path);
	}

}
