package org.mandate.coversheets;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lines of the task list about the cover sheet and the approvals. Both wait for the
 * recommendation. Five statements.
 */
@Component
@Order(59)
class CoverTasks implements TaskSource {

	private final CoverSheets covers;

	private final Approvals approvals;

	CoverTasks(CoverSheets covers, Approvals approvals) {
		this.covers = covers;
		this.approvals = approvals;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		CoverSheet cover = this.covers.of(appraisal).orElse(null);
		Approvals.Register register = this.approvals.register(appraisal);
		boolean begun = register.text() != null;
		int open = (cover != null) ? cover.missing().size() : 0;
		long asked = register.approvals().stream().filter((approval) -> approval.request() != null).count();
		long given = register.approvals()
			.stream()
			.filter((approval) -> approval.request() != null && approval.settled())
			.count();
		boolean settled = register.approvals()
			.stream()
			.allMatch((approval) -> approval.settled() || (approval.office() == Office.OTHER && isNotAsked(approval)));
		return List.of(
				task("Fill in the cover sheet", "/paper/cover", begun,
						register.closed() || (cover != null && open == 0),
						(cover != null && open > 0) ? "%d to fill in".formatted(open) : null),
				task("Have officers approve the paper", "/approvals", begun, register.closed() || settled,
						(asked > 0) ? "%d of %d given".formatted(given, asked) : null));
	}

	private static boolean isNotAsked(Approval approval) {
		return approval.state() == Approval.State.NOT_ASKED;
	}

	private static Task task(String title, String path, boolean begun, boolean done, @Nullable String hint) {
		Task.Status status = done ? Task.Status.COMPLETED
				: (begun ? Task.Status.INCOMPLETE : Task.Status.CANNOT_START_YET);
		return new Task(Task.Stage.DECIDE, title, begun ? path : null, status, hint,
				Set.of(Role.COMMISSIONING_MANAGER));
	}

}
