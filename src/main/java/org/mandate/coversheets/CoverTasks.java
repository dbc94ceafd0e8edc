package org.mandate.coversheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;
import org.mandate.recommendations.Recommendations;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines of the task list about the cover sheet and the approvals. Both wait for the
 * recommendation. One statement; one more for approvals once there are any, and one for
 * the agenda while the date of the meeting is not typed.
 */
@Component
@Order(59)
class CoverTasks implements TaskSource {

	private final ApprovalStore store;

	private final Recommendations recommendations;

	private final JdbcClient jdbc;

	CoverTasks(ApprovalStore store, Recommendations recommendations, JdbcClient jdbc) {
		this.store = store;
		this.recommendations = recommendations;
		this.jdbc = jdbc;
	}

	/**
	 * How far a paper is.
	 *
	 * @param text what there is to approve; null before a recommendation is begun
	 * @param closed whether the governing body has resolved on it
	 * @param open how much of the cover sheet is still to be filled in, the date apart;
	 * null where there is none
	 * @param dated whether the date of the meeting was typed
	 * @param asked whether anything was asked or said about approvals
	 */
	private record State(@Nullable TextVersion text, boolean closed, @Nullable Integer open, boolean dated,
			boolean asked) {
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		State state = state(appraisal);
		Integer open = state.open();
		if (open != null && !state.dated() && this.recommendations.place(appraisal.id()).isEmpty()) {
			open++;
		}
		List<Approval> approvals = Approvals.standing(state.asked() ? this.store.of(appraisal.id()) : List.of(),
				state.text());
		List<Approval> asked = approvals.stream().filter((approval) -> approval.request() != null).toList();
		long given = asked.stream().filter(Approval::settled).count();
		boolean settled = approvals.stream().allMatch((approval) -> approval.settled() || isNotAskedOthers(approval));
		return List.of(
				task("Fill in the cover sheet", "/paper/cover", state, open != null && open == 0,
						(open != null && open > 0) ? "%d to fill in".formatted(open) : null),
				task("Have officers approve the paper", "/approvals", state, settled,
						asked.isEmpty() ? null : "%d of %d given".formatted(given, asked.size())));
	}

	private State state(AppraisalSummary appraisal) {
		return this.jdbc
			.sql("""
					select coalesce(s.version_number, v.number) as text, c.version as cover, c.meeting_on is not null as dated,
						num_nulls(c.paper_number, c.purpose, c.conflicts, c.author, c.lead) as open,
						exists (select from recommendation_resolution d where d.recommendation_id = r.id) as closed,
						exists (select from officer_approval o where o.appraisal_id = a.id) as asked
					from appraisal a
					left join cover_sheet c on c.organisation_id = a.organisation_id and c.appraisal_id = a.id
					left join lateral (select id from recommendation where appraisal_id = a.id order by number desc limit 1) r
						on true
					left join lateral (select number from recommendation_version where recommendation_id = r.id
						order by position desc limit 1) v on true
					left join recommendation_submission s on s.recommendation_id = r.id and not exists (
						select from recommendation_withdrawal w where w.recommendation_id = r.id and w.position = s.position)
					where a.id = :appraisal
					""")
			.param("appraisal", appraisal.id().id())
			.query(CoverTasks::state)
			.single();
	}

	private static State state(ResultSet row, int number) throws SQLException {
		Integer text = row.getObject("text", Integer.class);
		Integer cover = row.getObject("cover", Integer.class);
		return new State((text != null) ? new TextVersion(text, cover) : null, row.getBoolean("closed"),
				(cover != null) ? row.getObject("open", Integer.class) : null, row.getBoolean("dated"),
				row.getBoolean("asked"));
	}

	/** Others need not approve it. */
	private static boolean isNotAskedOthers(Approval approval) {
		return approval.office() == Office.OTHER && approval.state() == Approval.State.NOT_ASKED;
	}

	private static Task task(String title, String path, State state, boolean done, @Nullable String hint) {
		boolean begun = state.text() != null;
		Task.Status status = (done || state.closed()) ? Task.Status.COMPLETED
				: (begun ? Task.Status.INCOMPLETE : Task.Status.CANNOT_START_YET);
		return new Task(Task.Stage.DECIDE, title, begun ? path : null, status, hint,
				Set.of(Role.COMMISSIONING_MANAGER));
	}

}
