package org.mandate.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.appraisals.FinancialYear;
import org.mandate.forms.CsvDownload;
import org.mandate.forms.Typed;
import org.mandate.organisations.Locality;
import org.mandate.organisations.Organisations;
import org.mandate.organisations.PracticeRegister;
import org.mandate.organisations.PracticeRegister.Listed;
import org.mandate.organisations.PracticeRegister.Order;
import org.mandate.organisations.PracticeRegister.Page;
import org.mandate.organisations.PracticeRegister.Search;
import org.mandate.organisations.PracticeStatus;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
@AllowedTo
class PracticeController {

	static final int LONGEST_SEARCH = 100;

	private final PracticeRegister register;

	private final Organisations organisations;

	private final PracticeEarnings earnings;

	PracticeController(PracticeRegister register, Organisations organisations, PracticeEarnings earnings) {
		this.register = register;
		this.organisations = organisations;
		this.earnings = earnings;
	}

	/**
	 * A column heading that sorts.
	 *
	 * @param text of the heading
	 * @param href where it leads
	 * @param sorted "ascending" or "descending" when the list is sorted by it, else
	 * "none"
	 * @param numeric whether the column holds figures
	 */
	public record Heading(String text, String href, String sorted, boolean numeric) {
	}

	@GetMapping("/{org}/practices")
	String practices(@PathVariable String org, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "") String locality, @RequestParam(defaultValue = "") String status,
			@RequestParam(defaultValue = "") String sort, @RequestParam(defaultValue = "") String order,
			@RequestParam(defaultValue = "1") String page, Model model) {
		Search search = search(words, locality, status, sort, order);
		Page found = this.register.practices(search, pageNumber(page));
		String quarter = found.quarter();
		model.addAttribute("practices", found);
		model.addAttribute("search", search);
		model.addAttribute("searched",
				!search.words().isEmpty() || !search.locality().isEmpty() || search.status() != null);
		model.addAttribute("localities", localities());
		model.addAttribute("statuses", statuses());
		model.addAttribute("headings",
				List.of(heading(org, search, Order.NAME, "Practice", false),
						heading(org, search, Order.CODE, "Code", false),
						heading(org, search, Order.LOCALITY, "Locality", false),
						heading(org, search, Order.STATUS, "Status", false), heading(org, search, Order.PATIENTS,
								(quarter != null) ? "Patients, " + inWords(quarter) : "Patients", true)));
		model.addAttribute("pages", address(org, "", search) + "&page=");
		model.addAttribute("export", address(org, ".csv", search));
		return "register/practices";
	}

	@GetMapping("/{org}/practices.csv")
	ResponseEntity<byte[]> export(@PathVariable String org, @RequestParam(defaultValue = "") String words,
			@RequestParam(defaultValue = "") String locality, @RequestParam(defaultValue = "") String status,
			@RequestParam(defaultValue = "") String sort, @RequestParam(defaultValue = "") String order) {
		Page found = this.register.everyPractice(search(words, locality, status, sort, order));
		String patients = (found.quarter() != null) ? "patients_" + found.quarter() : "patients";
		return CsvDownload.of(
				org + "-practices.csv", List.of("practice_code", "name", "postcode", "locality", "inferred", "status",
						"member_since", "member_until", patients),
				found.practices().stream().map(PracticeController::cells).toList());
	}

	@GetMapping("/{org}/practices/{code}")
	String practice(@PathVariable String code, Member member, Model model) {
		model.addAttribute("detail", this.register.practice(code));
		List<EarningsLink> links = this.earnings.of(code);
		FinancialYear year = FinancialYear.endingNear(this.earnings.today());
		model.addAttribute("earnings", links);
		model.addAttribute("mayChange", EarningsController.mayChange(member));
		model.addAttribute("nextYear", links.stream().noneMatch((each) -> each.year().equals(year)) ? year : null);
		return "register/practice";
	}

	private static List<String> cells(Listed practice) {
		return List.of(practice.code(), practice.name(), practice.postcode(), text(practice.locality()),
				(practice.locality() == null) ? "" : practice.inferred() ? "yes" : "no", practice.status().label(),
				text(practice.memberSince()), text(practice.memberUntil()), text(practice.patients()));
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	private static Search search(String words, String locality, String status, String sort, String order) {
		return new Search(Typed.searched(words, LONGEST_SEARCH), Typed.searched(locality, LONGEST_SEARCH),
				chosen(PracticeStatus.values(), status), orderOf(sort), order.equals("descending"));
	}

	private static Order orderOf(String sort) {
		Order chosen = chosen(Order.values(), sort);
		return (chosen != null) ? chosen : Order.NAME;
	}

	private static <E extends Enum<E>> @Nullable E chosen(E[] values, String name) {
		for (E value : values) {
			if (value.name().equalsIgnoreCase(name)) {
				return value;
			}
		}
		return null;
	}

	private static int pageNumber(String typed) {
		return typed.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(typed) : 1;
	}

	private Map<String, String> localities() {
		Map<String, String> choices = new LinkedHashMap<>();
		choices.put("", "All localities");
		for (Locality locality : this.organisations.localities()) {
			choices.put(locality.slug(), locality.name());
		}
		choices.put(PracticeRegister.NO_LOCALITY, "Without a locality");
		return choices;
	}

	private static Map<String, String> statuses() {
		Map<String, String> choices = new LinkedHashMap<>();
		choices.put("", "Every status");
		for (PracticeStatus status : PracticeStatus.values()) {
			choices.put(status.name(), status.label());
		}
		return choices;
	}

	private static Heading heading(String org, Search search, Order order, String text, boolean numeric) {
		boolean now = search.order() == order;
		boolean descending = now && !search.descending();
		String href = address(org, "",
				new Search(search.words(), search.locality(), search.status(), order, descending));
		return new Heading(text, href, !now ? "none" : search.descending() ? "descending" : "ascending", numeric);
	}

	private static String address(String org, String ending, Search search) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/" + org + "/practices" + ending)
			.queryParam("sort", search.order().name().toLowerCase(Locale.ROOT));
		List<Object> values = new ArrayList<>();
		if (search.descending()) {
			address.queryParam("order", "descending");
		}
		if (!search.words().isEmpty()) {
			address.queryParam("words", "{words}");
			values.add(search.words());
		}
		if (!search.locality().isEmpty()) {
			address.queryParam("locality", "{locality}");
			values.add(search.locality());
		}
		PracticeStatus status = search.status();
		if (status != null) {
			address.queryParam("status", status.name().toLowerCase(Locale.ROOT));
		}
		return address.encode().buildAndExpand(values.toArray()).toUriString();
	}

	/** "2015Q1" as people say it. */
	static String inWords(String quarter) {
		String months = switch (quarter.charAt(5)) {
			case '1' -> "January to March";
			case '2' -> "April to June";
			case '3' -> "July to September";
			default -> "October to December";
		};
		return months + " " + quarter.substring(0, 4);
	}

}
