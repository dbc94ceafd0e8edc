package org.mandate.engagement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.mandate.appraisals.AsAt;
import org.mandate.guidance.Edition;

/**
 * Who has to be engaged, who has been, and how that lies against the moments that matter,
 * as it stood at a moment.
 *
 * @param models the recommended model, or every model while none is recommended
 * @param recommended whether one is
 * @param marks the moments that matter, in time
 * @param missing the moments of which nothing is on record, in sentences
 * @param lines whom the guidance names, then whoever else is in the log
 * @param asAt the moment
 */
public record Coverage(List<Edition.Model> models, boolean recommended, List<Mark> marks, List<String> missing,
		List<Line> lines, AsAt asAt) {

	public Coverage {
		models = List.copyOf(models);
		marks = List.copyOf(marks);
		missing = List.copyOf(missing);
		lines = List.copyOf(lines);
	}

	/**
	 * One audience.
	 *
	 * @param audience who
	 * @param duties what the guidance says of it; empty where it does not name it
	 * @param items who of it was engaged, or is to be
	 * @param verdicts how all of that lies, one for each moment
	 */
	public record Line(Audience audience, List<Duty> duties, List<Item> items, List<Verdict> verdicts) {

		/** Whether the guidance names it. */
		public boolean asked() {
			return !this.duties.isEmpty();
		}

		/** Whether somebody of it had been engaged, as far as can be told. */
		public boolean engaged() {
			return this.items.stream().anyMatch(Item::counts);
		}

		/** Whether nobody of it is on record, not even in a plan. */
		public boolean isEmpty() {
			return this.items.isEmpty();
		}

	}

	/**
	 * An entry of the log or a window for objections.
	 *
	 * @param who who exactly
	 * @param when in words
	 * @param state what it is at the moment: "Planned"
	 * @param counts whether somebody was engaged by then, as far as can be told
	 * @param note what has to be said of it besides; empty for nothing
	 * @param path its address below the organisation's
	 * @param places how it lies, one for each moment
	 */
	public record Item(String who, String when, String state, boolean counts, String note, String path,
			List<Place> places) {
	}

	/**
	 * How something lies against a moment.
	 *
	 * @param mark the moment
	 * @param position how
	 * @param why why it cannot be told; empty for anything else
	 */
	public record Place(Mark mark, Position position, String why) {

		/** In words: "Cannot be told: only “January 2015” is recorded". */
		public String words() {
			return this.position.label() + (this.why.isEmpty() ? "" : ": " + this.why);
		}

	}

	/**
	 * How all of an audience lies against a moment.
	 *
	 * @param mark the moment
	 * @param position how
	 * @param words how many of them how
	 */
	public record Verdict(Mark mark, Position position, String words) {

		/**
		 * The verdict on some items: those held, and, where there are none, those
		 * planned.
		 */
		static Verdict of(Mark mark, int at, List<Item> items) {
			List<Item> held = items.stream().filter(Item::counts).toList();
			List<Item> told = held.isEmpty() ? items : held;
			if (told.isEmpty()) {
				return new Verdict(mark, Position.NONE, Position.NONE.label());
			}
			Map<Position, Long> counted = new LinkedHashMap<>();
			for (Position position : Position.values()) {
				long many = told.stream().filter((item) -> item.places().get(at).position() == position).count();
				if (many > 0) {
					counted.put(position, many);
				}
			}
			Position position = overall(counted);
			String words = (counted.size() == 1) ? position.label()
					: counted.entrySet()
						.stream()
						.map((each) -> "%d %s".formatted(each.getValue(), each.getKey().label().toLowerCase(Locale.UK)))
						.collect(Collectors.joining(", "));
			return new Verdict(mark, position, words + (held.isEmpty() ? " (planned only)" : ""));
		}

		private static Position overall(Map<Position, Long> counted) {
			if (counted.size() == 1) {
				return counted.keySet().iterator().next();
			}
			boolean some = counted.containsKey(Position.PARTLY) || counted.containsKey(Position.AFTER);
			boolean early = counted.containsKey(Position.PARTLY) || counted.containsKey(Position.BEFORE)
					|| counted.containsKey(Position.SAME_DAY);
			if (some && early) {
				return Position.PARTLY;
			}
			return counted.containsKey(Position.UNKNOWN) ? Position.UNKNOWN : Position.SAME_DAY;
		}

	}

	/** Those whom the guidance names and of whom nobody had been engaged. */
	public List<Audience> unengaged() {
		return this.lines.stream().filter((line) -> line.asked() && !line.engaged()).map(Line::audience).toList();
	}

	/** The line of an audience; an empty one where nothing is to be said. */
	public Line line(Audience audience) {
		return this.lines.stream()
			.filter((line) -> line.audience() == audience)
			.findFirst()
			.orElseGet(() -> new Line(audience, List.of(), List.of(), List.of()));
	}

	/** Whom neither the guidance names nor the log. */
	public List<Audience> unnamed() {
		return this.lines.stream().filter((line) -> !line.asked() && line.isEmpty()).map(Line::audience).toList();
	}

	/** The lines that have something to say, whom the guidance names first. */
	public List<Line> told() {
		return this.lines.stream().filter((line) -> line.asked() || !line.isEmpty()).toList();
	}

}
