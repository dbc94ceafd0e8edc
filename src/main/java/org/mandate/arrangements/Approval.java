package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
		Optional<Milestone> outcome = last(milestones, Milestone.Kind.OUTCOME);
		String submitted = last(milestones, Milestone.Kind.SUBMITTED).map(Milestone::about).orElse(null);
		String approved = outcome.map((told) -> approved(told, submitted, milestones)).orElse(null);
		return edition.models().stream().map((model) -> {
			Deadline submission = edition.submission(model.key());
			State state = (submission == null || submission.due() == null) ? State.NOT_NEEDED : outcome.isEmpty()
					? State.NO_OUTCOME : model.key().equals(approved) ? State.APPROVED : State.NOT_APPROVED;
			Milestone told = (state != State.NOT_NEEDED) ? outcome.orElse(null) : null;
			return new Approval(model.key(), model.name(), state, (told != null) ? told.to() : null,
					(told != null) ? told.title() : null, (told != null) ? told.detail() : null,
					usualStart(edition, model.key()));
		}).toList();
	}

	/**
	 * The model that an outcome approves: the one submitted, or where nothing tells what
	 * was submitted the one that the governing body approved; joint arrangements where a
	 * delegated proposal was turned into them for the year ("Delegated Commissioning
	 * (contd)"); null where it approves none.
	 */
	private static @Nullable String approved(Milestone outcome, @Nullable String submitted,
			List<Milestone> milestones) {
		String code = (outcome.about() != null) ? outcome.about().toUpperCase(Locale.ROOT).replace('-', '_') : "";
		if (code.startsWith("APPROVED")) {
			return (submitted != null) ? submitted
					: last(milestones, Milestone.Kind.APPROVED).map(Milestone::about).orElse(null);
		}
		return code.contains("JOINT") ? JOINT : null;
	}

	private static Optional<Milestone> last(List<Milestone> milestones, Milestone.Kind kind) {
		return milestones.stream().filter((each) -> each.kind() == kind).max(Milestone.IN_TIME);
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
