package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.Milestone;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * Whether a model may be put into force. For delegated and joint arrangements of 2015/16
 * NHS England had to approve the proposal; greater involvement has no formal approvals
 * process (roadshow slides, "Technical plenary"), nor had joint commissioning from 2016
 * (BMA guidance, "Model B"). Where the guidance states a deadline for a model's proposal,
 * there is an approval to wait for.
 *
 * @param model key of the model
 * @param name of the model
 * @param state how it stands
 * @param on the day of the outcome; null where there is none
 * @param title of the outcome; null where there is none
 * @param detail what the outcome says besides, such as its conditions
 * @param usualStart the day on which the guidance lets it begin; null where it names none
 */
public record Approval(String model, String name, State state, @Nullable LocalDate on, @Nullable String title,
		@Nullable String detail, @Nullable LocalDate usualStart) {

	private static final String JOINT = "joint";

	/** How it stands. */
	public enum State {

		/** NHS England approved it. */
		APPROVED("NHS England approved it"),

		/** No approval is needed. */
		NOT_NEEDED("The guidance asks for no approval"),

		/** There is no outcome on record. */
		NO_OUTCOME("No approval by NHS England is on record"),

		/** Another model was proposed, or it was not approved. */
		NOT_APPROVED("The outcome on record does not approve this model");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As shown. */
		public String label() {
			return this.label;
		}

	}

	/** Whether the model may go live. */
	public boolean allows() {
		return this.state == State.APPROVED || this.state == State.NOT_NEEDED;
	}

	/** Every model of an edition, as the milestones show it. */
	static List<Approval> of(Edition edition, List<Milestone> milestones) {
		Map<String, Milestone> approving = approving(milestones);
		Milestone latest = last(milestones, Milestone.Kind.OUTCOME, LocalDate.MAX).orElse(null);
		return edition.models().stream().map((model) -> {
			Deadline submission = edition.submission(model.key());
			LocalDate start = usualStart(edition, model.key());
			if (submission == null || submission.due() == null) {
				return new Approval(model.key(), model.name(), State.NOT_NEEDED, null, null, null, start);
			}
			Milestone told = approving.getOrDefault(model.key(), latest);
			if (told == null) {
				return new Approval(model.key(), model.name(), State.NO_OUTCOME, null, null, null, start);
			}
			return new Approval(model.key(), model.name(),
					approving.containsKey(model.key()) ? State.APPROVED : State.NOT_APPROVED, told.to(), told.title(),
					told.detail(), start);
		}).toList();
	}

	/**
	 * The models that stand approved, with the outcome that approves them. An outcome is
	 * of the proposal submitted last before it, or where nothing tells what was submitted
	 * of the model that the governing body approved. It may turn a delegated proposal
	 * into joint arrangements for the year ("Delegated Commissioning (contd)").
	 */
	private static Map<String, Milestone> approving(List<Milestone> milestones) {
		Map<String, Milestone> found = new HashMap<>();
		milestones.stream()
			.filter((each) -> each.kind() == Milestone.Kind.OUTCOME)
			.sorted(Milestone.IN_TIME)
			.forEach((outcome) -> {
				String code = (outcome.about() != null) ? outcome.about().toUpperCase(Locale.ROOT).replace('-', '_')
						: "";
				String model = last(milestones, Milestone.Kind.SUBMITTED, outcome.to())
					.or(() -> last(milestones, Milestone.Kind.APPROVED, outcome.to()))
					.map(Milestone::about)
					.orElse("");
				if (code.startsWith("APPROVED")) {
					found.put(model, outcome);
				}
				else {
					found.remove(model);
				}
				if (code.contains("JOINT")) {
					found.put(JOINT, outcome);
				}
			});
		return found;
	}

	/** The last of a kind that was no later than a day. */
	private static Optional<Milestone> last(List<Milestone> milestones, Milestone.Kind kind, LocalDate day) {
		return milestones.stream()
			.filter((each) -> each.kind() == kind && !each.from().isAfter(day))
			.max(Milestone.IN_TIME);
	}

	private static @Nullable LocalDate usualStart(Edition edition, String model) {
		return edition.deadlines(model)
			.stream()
			.filter((deadline) -> deadline.category() == Deadline.Category.GO_LIVE)
			.map(Deadline::day)
			.filter((day) -> day != null)
			.findFirst()
			.orElse(null);
	}

}
