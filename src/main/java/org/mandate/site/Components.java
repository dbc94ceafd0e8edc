package org.mandate.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What the other fragments ask for, as {@code @part}: rows and tasks with their optional
 * properties, the pages of a pagination, and the parts of a stacked bar.
 */
@Component("part")
public class Components {

	/** Rows of a summary list, from objects or maps with key, value, href and action. */
	public List<Row> rows(Collection<?> rows) {
		List<Properties> given = rows.stream().map((row) -> new Properties(row)).toList();
		boolean actions = given.stream().anyMatch((row) -> row.value("href") != null);
		return given.stream().map((row) -> {
			String value = row.text("value");
			String href = row.text("href");
			return new Row(row.required("key"), (value != null) ? value : "", href, row.text("action"),
					actions && href == null);
		}).toList();
	}

	/** A label as it reads inside a sentence: "Votes" as "votes", but "CCG" as it is. */
	public String inSentence(String label) {
		boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
		return abbreviation ? label : StringUtils.uncapitalize(label);
	}

	/** Tasks of a task list, from objects or maps with text, href, status and hint. */
	public List<Task> tasks(Collection<?> tasks) {
		return tasks.stream()
			.map(Properties::new)
			.map((task) -> new Task(task.required("text"), task.text("href"), task.required("status"),
					task.text("hint")))
			.toList();
	}

	/** Classes of a status: done and waiting are quiet, what is to be done stands out. */
	public String statusClasses(String status) {
		return switch (status) {
			case "Completed" -> "nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal";
			case "Cannot start yet" -> "nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal "
					+ "nhsuk-u-secondary-text-colour";
			case "Incomplete" -> "nhsuk-tag--blue";
			case "Overdue" -> "nhsuk-tag--red";
			default -> "nhsuk-tag--grey";
		};
	}

	/**
	 * The page numbers to show: first, last, and two either side of the page; 0 stands
	 * where some are left out.
	 */
	public List<Integer> pages(int page, int pages) {
		TreeSet<Integer> shown = new TreeSet<>(List.of(1, pages));
		IntStream.rangeClosed(Math.max(1, page - 2), Math.min(pages, page + 2)).forEach(shown::add);
		List<Integer> numbers = new ArrayList<>();
		int last = 0;
		for (int number : shown) {
			if (number == last + 2) {
				numbers.add(last + 1);
			}
			else if (number > last + 1) {
				numbers.add(0);
			}
			numbers.add(number);
			last = number;
		}
		return numbers;
	}

	/**
	 * The parts of a stacked bar, from the counts in the order of the legend; none where
	 * they are not stated. A count of nothing takes no room.
	 */
	public List<BarPart> bar(@Nullable Collection<? extends Number> counts) {
		if (counts == null) {
			return List.of();
		}
		long total = counts.stream().mapToLong(Number::longValue).sum();
		List<BarPart> parts = new ArrayList<>();
		long before = 0;
		int series = 0;
		for (Number each : counts) {
			series++;
			long count = each.longValue();
			if (count > 0) {
				parts.add(new BarPart(series, count, percent(before, total), percent(count, total),
						percent(2 * before + count, 2 * total)));
			}
			before += count;
		}
		return parts;
	}

	private static BigDecimal percent(long count, long total) {
		return BigDecimal.valueOf(count * 100).divide(BigDecimal.valueOf(total), 3, RoundingMode.HALF_UP);
	}

	/**
	 * A row of a summary list.
	 *
	 * @param key what it is
	 * @param value what it says
	 * @param href where it is changed
	 * @param action the words of that link
	 * @param alone whether it cannot be changed while others can
	 */
	public record Row(String key, String value, @Nullable String href, @Nullable String action, boolean alone) {
	}

	/**
	 * A task of a task list.
	 *
	 * @param text what is to be done
	 * @param href where; null while it cannot be started
	 * @param status Completed, Incomplete, Cannot start yet or Overdue
	 * @param hint a line under it
	 */
	public record Task(String text, @Nullable String href, String status, @Nullable String hint) {
	}

	/**
	 * A part of a stacked bar; all but the count in per cent of the bar.
	 *
	 * @param series its place in the legend, from 1
	 * @param count what it counts
	 * @param x where it starts
	 * @param width how wide it is
	 * @param middle where its figure stands
	 */
	public record BarPart(int series, long count, BigDecimal x, BigDecimal width, BigDecimal middle) {
	}

}
