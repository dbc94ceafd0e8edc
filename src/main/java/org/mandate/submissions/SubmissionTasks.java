package org.mandate.submissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.Task.Status;
import org.mandate.appraisals.TaskSource;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lines of the task list about the proposal to NHS England. One statement; one more
 * while nothing is begun although there is a recommendation.
 */
@Component
@Order(70)
class SubmissionTasks implements TaskSource {

	private static final Set<Role> MANAGER = Set.of(Role.COMMISSIONING_MANAGER);

	private static final Set<Role> SUBMITTERS = Set.of(Role.COMMISSIONING_MANAGER, Role.ACCOUNTABLE_OFFICER);

	private static final String PATH = "/submission";

	private final ProgressReader progress;

	private final Submissions submissions;

	private final Desk desk;

	SubmissionTasks(ProgressReader progress, Submissions submissions, Desk desk) {
		this.progress = progress;
		this.submissions = submissions;
		this.desk = desk;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		Progress found = this.progress.of(appraisal.id());
		Edition edition = this.desk.edition(appraisal);
		if (found.noneOn() != null) {
			return List.of(task("Submit the proposal to NHS England", Status.COMPLETED, "No application is made",
					PATH + "/no-application", MANAGER));
		}
		if (found.model() == null && found.recommended()
				&& Submissions.isNothingToSubmit(edition, this.submissions.approval(appraisal))) {
			return List.of(task("Record that no application is made", Status.INCOMPLETE,
					"The model that was approved needs no submission", PATH + "/no-application", SUBMITTERS));
		}
		List<Task> tasks = new ArrayList<>();
		boolean submitted = found.submittedAt() != null;
		boolean complete = found.model() != null && found.missing(edition).isEmpty();
		boolean begun = found.model() != null || found.recommended();
		boolean attested = found.attested().size() == Attestation.Office.values().length;
		tasks.add(task("Complete the pro forma", status(submitted || complete, begun),
				(begun && !submitted && !complete) ? found.missing(edition) : null, PATH, MANAGER));
		tasks.add(task("Attest to the arrangements", status(submitted || attested, complete),
				complete && !attested && !submitted
						? "%d of %d attested".formatted(found.attested().size(), Attestation.Office.values().length)
						: null,
				PATH, unattested(found)));
		tasks.add(submission(found, edition, complete && attested));
		tasks.add(task("Record what comes of the proposal", status(found.outcome() != null, submitted),
				(found.outcome() != null) ? found.outcome().label() : null, PATH + "/route", MANAGER));
		if (found.openConditions() > 0) {
			LocalDate due = found.conditionsDue();
			tasks.add(task("Meet the conditions of the approval",
					(due != null && this.desk.today().isAfter(due)) ? Status.OVERDUE : Status.INCOMPLETE,
					"%d still open".formatted(found.openConditions()), PATH + "/route", MANAGER));
		}
		return tasks;
	}

	private Task submission(Progress found, Edition edition, boolean ready) {
		Deadline deadline = (found.model() != null) ? edition.submission(found.model()) : null;
		if (found.submittedAt() != null) {
			boolean received = found.receivedAt() != null;
			return task("Submit the proposal to NHS England", Status.COMPLETED,
					new Timeliness(deadline, found.submittedAt()).isLate() ? "Late" : (received ? "Received" : null),
					PATH, SUBMITTERS);
		}
		return task("Submit the proposal to NHS England", status(false, ready),
				(deadline != null && ready) ? "Due by " + deadline.words() : null, PATH + "/submit", SUBMITTERS);
	}

	private static Set<Role> unattested(Progress found) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		for (Attestation.Office office : Attestation.Office.values()) {
			if (!found.attested().contains(office)) {
				roles.add(office.role());
			}
		}
		return roles;
	}

	private static Status status(boolean done, boolean possible) {
		return done ? Status.COMPLETED : (possible ? Status.INCOMPLETE : Status.CANNOT_START_YET);
	}

	private static Task task(String title, Status status, @Nullable String hint, String path, Set<Role> actors) {
		return new Task(Task.Stage.SUBMIT, title, (status != Status.CANNOT_START_YET) ? path : null, status, hint,
				actors);
	}

}
