package org.mandate.arrangements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;
import org.mandate.forms.London;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines of the task list about the arrangement in force. One statement; one more for
 * the day once something is due.
 */
@Component
@Order(90)
class ArrangementTasks implements TaskSource {

	private static final String PATH = "/arrangement";

	private static final Set<Role> MANAGER = Set.of(Role.COMMISSIONING_MANAGER);

	/** How long before its day a review is to be prepared. */
	private static final int DAYS_BEFORE = 60;

	private final JdbcClient jdbc;

	private final Appraisals appraisals;

	ArrangementTasks(JdbcClient jdbc, Appraisals appraisals) {
		this.jdbc = jdbc;
		this.appraisals = appraisals;
	}

	private record State(@Nullable LocalDate liveFrom, boolean approved, int reviews, @Nullable LocalDate nextReview,
			int entries, @Nullable LocalDate nextAction, boolean waitsForCcg, boolean waitsForEngland) {
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		State state = state(appraisal);
		LocalDate day = (state.nextReview() != null || state.nextAction() != null)
				? this.appraisals.asAt(appraisal, null).day() : LocalDate.MIN;
		List<Task> tasks = new ArrayList<>();
		tasks.add(start(state));
		tasks.add(plan(state));
		LocalDate review = state.nextReview();
		if (review != null) {
			Task.Status status = review.isBefore(day) ? Task.Status.OVERDUE : review.minusDays(DAYS_BEFORE).isAfter(day)
					? Task.Status.CANNOT_START_YET : Task.Status.INCOMPLETE;
			tasks.add(task("Hold the review of the arrangement", status, "Due by " + London.date(review), MANAGER,
					review));
		}
		if (state.liveFrom() != null || state.entries() > 0) {
			tasks.add(assurance(state, day));
		}
		if (state.waitsForCcg()) {
			tasks.add(task("Agree to the roll-back for the CCG, or not", Task.Status.INCOMPLETE, null,
					Set.of(Role.ACCOUNTABLE_OFFICER), null));
		}
		if (state.waitsForEngland()) {
			tasks.add(task("Record whether NHS England agrees to the roll-back", Task.Status.INCOMPLETE, null, MANAGER,
					null));
		}
		return tasks;
	}

	private static Task start(State state) {
		String title = "Put the arrangement into force";
		LocalDate live = state.liveFrom();
		if (live != null) {
			return task(title, Task.Status.COMPLETED, "From " + London.date(live), MANAGER, null);
		}
		return state.approved() ? task(title, Task.Status.INCOMPLETE, "Once its start is confirmed", MANAGER, null)
				: task(title, Task.Status.CANNOT_START_YET, "Needs the governing body’s approval", Set.of(), null);
	}

	private static Task plan(State state) {
		boolean planned = state.nextReview() != null;
		Task.Status status = planned ? Task.Status.COMPLETED
				: (state.liveFrom() != null) ? Task.Status.INCOMPLETE : Task.Status.CANNOT_START_YET;
		String title = (state.reviews() > 0 && !planned) ? "Plan the next review of the arrangement"
				: "Plan the review of the arrangement";
		return task(title, status, planned ? null : (state.liveFrom() != null) ? "None is planned" : null,
				(status == Task.Status.INCOMPLETE) ? MANAGER : Set.of(), null);
	}

	private static Task assurance(State state, LocalDate day) {
		LocalDate action = state.nextAction();
		Task.Status status = (action != null && action.isBefore(day)) ? Task.Status.OVERDUE
				: (state.entries() > 0 && action == null) ? Task.Status.COMPLETED : Task.Status.INCOMPLETE;
		String hint = (action != null) ? "Next action due by " + London.date(action)
				: (state.entries() == 0) ? "Nothing noted yet" : "No action is open";
		return task("Keep the assurance log", status, hint, MANAGER, action);
	}

	private static Task task(String title, Task.Status status, @Nullable String hint, Set<Role> actors,
			@Nullable LocalDate due) {
		return new Task(Task.Stage.REVIEW, title, PATH, status, hint, actors, due, false);
	}

	private State state(AppraisalSummary appraisal) {
		return this.jdbc
			.sql("""
					select (select live_from from arrangement where appraisal_id = :appraisal and ended_on is null) as live_from,
						exists (select from recommendation r join recommendation_resolution d on d.recommendation_id = r.id
							where r.appraisal_id = :appraisal and d.decision in ('APPROVED', 'APPROVED_WITH_AMENDMENTS')
								and not exists (select from recommendation later where later.appraisal_id = r.appraisal_id
									and later.number > r.number)) as approved,
						(select count(*) from arrangement_review where appraisal_id = :appraisal) as reviews,
						(select min(coalesce(due_on, :last)) from arrangement_review
							where appraisal_id = :appraisal and held_on is null) as next_review,
						(select count(*) from assurance_entry where appraisal_id = :appraisal) as entries,
						(select min(due_on) from assurance_action where appraisal_id = :appraisal and done_on is null) as next_action,
						exists (select from roll_back where appraisal_id = :appraisal and took_effect_on is null
							and withdrawn_reason is null and ccg_by is null) as waits_for_ccg,
						exists (select from roll_back where appraisal_id = :appraisal and took_effect_on is null
							and withdrawn_reason is null and nhs_by is null) as waits_for_england
					""")
			.param("appraisal", appraisal.id().id())
			.param("last", appraisal.year().last())
			.query(ArrangementTasks::state)
			.single();
	}

	private static State state(ResultSet row, int number) throws SQLException {
		return new State(row.getObject("live_from", LocalDate.class), row.getBoolean("approved"), row.getInt("reviews"),
				row.getObject("next_review", LocalDate.class), row.getInt("entries"),
				row.getObject("next_action", LocalDate.class), row.getBoolean("waits_for_ccg"),
				row.getBoolean("waits_for_england"));
	}

}
