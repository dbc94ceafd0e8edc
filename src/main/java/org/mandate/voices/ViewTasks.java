package org.mandate.voices;

import java.util.List;
import java.util.Set;

import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The line of the task list about the executive's view.
 */
@Component
@Order(16)
class ViewTasks implements TaskSource {

	private final Voices voices;

	ViewTasks(Voices voices) {
		this.voices = voices;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		String heldBy = this.voices.view(appraisal).map((view) -> view.statement().heldBy()).orElse(null);
		return List.of(new Task(Task.Stage.APPRAISE, "Record the executive’s view", "/voices",
				(heldBy != null) ? Task.Status.COMPLETED : Task.Status.INCOMPLETE,
				(heldBy != null) ? "Held by " + heldBy : null, Set.of(Role.COMMISSIONING_MANAGER)));
	}

}
