package org.mandate.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Working days in England: neither Saturday nor Sunday nor a bank holiday. Bank holidays
 * are those of the Banking and Financial Dealings Act 1971, Schedule 1, with New Year's
 * Day and the May holiday as proclaimed each year since 1974 and 1978, their substitutes
 * where they fall on a weekend, and the days that were moved or added by proclamation.
 */
public final class WorkingDays {

	/** Days that were proclaimed once, besides the usual ones. */
	private static final Set<LocalDate> ADDED = Set.of(LocalDate.of(1999, 12, 31), LocalDate.of(2002, 6, 3),
			LocalDate.of(2011, 4, 29), LocalDate.of(2012, 6, 5), LocalDate.of(2022, 6, 3), LocalDate.of(2022, 9, 19),
			LocalDate.of(2023, 5, 8));

	/** The first Monday in May where it was moved. */
	private static final Map<Integer, LocalDate> MAY = Map.of(1995, LocalDate.of(1995, 5, 8), 2020,
			LocalDate.of(2020, 5, 8));

	/** The last Monday in May where it was moved. */
	private static final Map<Integer, LocalDate> SPRING = Map.of(2002, LocalDate.of(2002, 6, 4), 2012,
			LocalDate.of(2012, 6, 4), 2022, LocalDate.of(2022, 6, 2));

	private WorkingDays() {
	}

	/** Whether people work on a day. */
	public static boolean is(LocalDate day) {
		return !isWeekend(day) && !bankHolidays(day.getYear()).contains(day);
	}

	/**
	 * The working day a number of working days before a day; the day itself does not
	 * count, whatever it is.
	 * @param number at least 0; with 0 it is the day itself
	 */
	public static LocalDate before(LocalDate day, int number) {
		LocalDate found = day;
		for (int left = number; left > 0; left--) {
			found = found.minusDays(1);
			while (!is(found)) {
				found = found.minusDays(1);
			}
		}
		return found;
	}

	/** The bank holidays of a year, in order. */
	public static List<LocalDate> bankHolidays(int year) {
		Set<LocalDate> days = new TreeSet<>();
		LocalDate easter = easter(year);
		days.add(weekday(LocalDate.of(year, Month.JANUARY, 1), days));
		days.add(easter.minusDays(2));
		days.add(easter.plusDays(1));
		days.add(MAY.getOrDefault(year,
				LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))));
		days.add(SPRING.getOrDefault(year,
				LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))));
		days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
		christmas(year, days);
		ADDED.stream().filter((day) -> day.getYear() == year).forEach(days::add);
		return List.copyOf(days);
	}

	/** Where either is on a weekend, the next working days after both are taken. */
	private static void christmas(int year, Set<LocalDate> days) {
		LocalDate first = MonthDay.of(12, 25).atYear(year);
		LocalDate second = MonthDay.of(12, 26).atYear(year);
		if (!isWeekend(first)) {
			days.add(first);
		}
		if (!isWeekend(second)) {
			days.add(second);
		}
		for (LocalDate day : List.of(first, second)) {
			if (isWeekend(day)) {
				days.add(weekday(second.plusDays(1), days));
			}
		}
	}

	private static LocalDate weekday(LocalDate from, Set<LocalDate> taken) {
		LocalDate day = from;
		while (isWeekend(day) || taken.contains(day)) {
			day = day.plusDays(1);
		}
		return day;
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

	/**
	 * Easter Sunday of the Gregorian calendar, by the rule in the Calendar (New Style)
	 * Act 1750, computed as published anonymously in Nature, 20 April 1876.
	 */
	static LocalDate easter(int year) {
		int golden = year % 19;
		int century = year / 100;
		int rest = year % 100;
		int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
		int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
		int late = (golden + 11 * epact + 22 * weekday) / 451;
		int sum = epact + weekday - 7 * late + 114;
		return LocalDate.of(year, sum / 31, sum % 31 + 1);
	}

}
