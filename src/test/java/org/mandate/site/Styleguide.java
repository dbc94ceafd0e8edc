package org.mandate.site;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.access.MemberId;
import org.mandate.access.Role;
import org.mandate.database.OrganisationId;
import org.mandate.access.Demonstration;
import org.mandate.access.Public;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A small application of the site module alone, without database and sign-in, whose pages
 * show every fragment under the content security policy of the real one.
 */
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class,
		ValidationAutoConfiguration.class })
@Import({ Site.class, Fields.class, Components.class, When.class, FormErrors.class, ErrorAdvice.class,
		ReferencedErrors.class, FooterController.class, Demonstration.class, Styleguide.Pages.class,
		Styleguide.Policy.class })
class Styleguide {

	@TestComponent
	@Controller
	@Public
	static class Pages {

		@GetMapping("/styleguide")
		String styleguide(@RequestParam(defaultValue = "false") boolean wrong, Model model) {
			model.addAttribute("member",
					new Member(new MemberId(UUID.randomUUID()), "Dr Amar Latif", new OrganisationId(UUID.randomUUID()),
							"10q", "Oxfordshire CCG", Set.of(Role.ADMINISTRATOR), null, null));
			model.addAttribute("demonstration", true);
			model.addAttribute("notice", "South West’s return was accepted");
			Tally tally = new Tally(wrong ? "ninety" : "9", "Two practices left early.", "confirm", "western",
					Set.of("lmc"), new Day("9", wrong ? "13" : "1", "2015"), null);
			BindingResult result = new BeanPropertyBindingResult(tally, "tally");
			if (wrong) {
				result.rejectValue("reviewDate.month", "", "Review date must be a real date");
				result.rejectValue("votes", "", "Votes for model 2 must be a whole number, like 9");
				result.rejectValue("answer", "", "Select what the practices decided");
				result.rejectValue("remarks", "", "Remarks must be 200 characters or less");
				result.reject("", "The figures come to 15, and South West has 14 practices");
			}
			model.addAttribute("tally", tally);
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "tally", result);
			model.addAttribute("bars", List.of(new Bar("South West", List.of(9, 3, 2), null),
					new Bar("North East", List.of(11, 0, 2), "counted from the register"),
					new Bar("City", List.of(23, 0, 1), null), new Bar("North", null, "Unanimous, number not stated")));
			model.addAttribute("events",
					List.of(new Event(Instant.parse("2015-01-08T15:42:00Z"), "Jane Okafor",
							"Accepted South West’s return: 9 for model 2, 3 for option 1, 2 abstained", null),
							new Event(Instant.parse("2015-01-08T12:00:00Z"), "Dr Amar Latif",
									"Corrected South West’s return", "Two practices were counted twice"),
							new Event(Instant.parse("2014-12-23T09:05:00Z"), "Jane Okafor", "Opened ballot 1", null)));
			return "styleguide/styleguide";
		}

		@GetMapping("/styleguide/fixtures")
		String fixtures(Model model) {
			Map<String, Fixtures.Case> cases = new HashMap<>();
			for (String name : Fixtures.names()) {
				Fixtures.Case fixture = Fixtures.load(name);
				cases.put(name, fixture);
				String form = "form_" + name.replaceAll("[^a-z]+", "_");
				BindingResult result = fixture.form(form);
				model.addAttribute(form, result.getTarget());
				model.addAttribute(BindingResult.MODEL_KEY_PREFIX + form, result);
			}
			model.addAttribute("cases", cases);
			return "styleguide/fixtures";
		}

	}

	/** A form. */
	public record Tally(@Nullable String votes, @Nullable String remarks, @Nullable String answer,
			@Nullable String locality, @Nullable Set<String> consulted, @Nullable Day reviewDate,
			@Nullable String file) {
	}

	/** Three boxes of a date. */
	public record Day(@Nullable String day, @Nullable String month, @Nullable String year) {
	}

	/** A bar of the chart. */
	public record Bar(String label, @Nullable List<Integer> counts, @Nullable String note) {
	}

	/** An entry of the timeline. */
	public record Event(Instant at, String actor, String summary, @Nullable String reason) {
	}

	@TestComponent
	static class Policy extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			response.setHeader("Content-Security-Policy",
					String.join("; ",
							Arrays.asList("default-src 'none'", "script-src 'self'", "style-src 'self'",
									"img-src 'self' data:", "connect-src 'self'", "font-src 'none'",
									"form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")));
			chain.doFilter(request, response);
		}

	}

}
