package org.mandate.narratives;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Task;
import org.mandate.appraisals.TaskSource;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The line of the task list about the narrative sections: how many of those that a paper
 * needs are written.
 */
@Component
@Order(59)
class NarrativeTasks implements TaskSource {

	private final NarrativeReader reader;

	NarrativeTasks(NarrativeReader reader) {
		this.reader = reader;
	}

	@Override
	public List<Task> tasks(AppraisalSummary appraisal) {
		Map<Section, Narrative> latest = this.reader.latest(appraisal);
		List<Section> needed = Arrays.stream(Section.values()).filter(Section::required).toList();
		long written = needed.stream()
			.map(latest::get)
			.filter((narrative) -> narrative != null && narrative.isWritten())
			.count();
		boolean all = written == needed.size();
		return List.of(new Task(Task.Stage.DECIDE, "Write the sections of the paper", "/paper/sections",
				all ? Task.Status.COMPLETED : Task.Status.INCOMPLETE,
				"%d of the %d sections that a paper needs are written".formatted(written, needed.size()),
				Set.of(Role.COMMISSIONING_MANAGER)));
	}

}
