package org.mandate.engagement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.mandate.appraisals.AsAt;

/**
 * The log as its page shows it.
 *
 * @param entries what stands, in time; what has no day comes last
 * @param windows windows for objections that stand
 * @param themes what was said, by theme
 * @param withdrawn entries that were withdrawn
 * @param withdrawnWindows windows that were withdrawn
 */
public record LogPage(List<Line> entries, List<ObjectionWindow> windows, List<Themed> themes,
		List<Engagement> withdrawn, List<ObjectionWindow> withdrawnWindows) {

	/** An entry and what it is now. */
	public record Line(Engagement entry, Engagement.State state) {
	}

	/**
	 * What was said on a theme.
	 *
	 * @param theme what it is about
	 * @param remarks in time
	 */
	public record Themed(Theme theme, List<Remark> remarks) {
	}

	/** Something said, and at what. */
	public record Remark(EngagementStatement.Comment comment, Engagement entry) {
	}

	static LogPage of(List<Engagement> all, List<ObjectionWindow> windows, AsAt asAt) {
		List<Engagement> standing = all.stream()
			.filter(Engagement::stands)
			.sorted(Comparator.comparing((entry) -> entry.statement().when(), CoverageReading.IN_TIME))
			.toList();
		List<Themed> themes = new ArrayList<>();
		for (Theme theme : Theme.values()) {
			List<Remark> remarks = standing.stream()
				.flatMap((entry) -> entry.statement()
					.comments()
					.stream()
					.filter((comment) -> comment.theme() == theme)
					.map((comment) -> new Remark(comment, entry)))
				.toList();
			if (!remarks.isEmpty()) {
				themes.add(new Themed(theme, remarks));
			}
		}
		return new LogPage(standing.stream().map((entry) -> new Line(entry, entry.state(asAt))).toList(),
				windows.stream().filter(ObjectionWindow::stands).toList(), themes,
				all.stream().filter((entry) -> !entry.stands()).toList(),
				windows.stream().filter((window) -> !window.stands()).toList());
	}

	/** Whether nothing was ever recorded. */
	public boolean isEmpty() {
		return this.entries.isEmpty() && this.windows.isEmpty() && this.withdrawn.isEmpty()
				&& this.withdrawnWindows.isEmpty();
	}

}
