package org.mandate;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.TestOrganisations.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Pages as a member, or somebody who is not signed in, opens them and sends their forms.
 *
 * @param mvc the application
 * @param member null for somebody who is not signed in
 */
public record Pages(MockMvc mvc, @Nullable Member member) {

	/** As anybody opens them. */
	public static Pages ofAnybody(MockMvc mvc) {
		return new Pages(mvc, null);
	}

	/** The answer of an address. */
	public MockHttpServletResponse opens(String address) throws Exception {
		return answer(get(address));
	}

	/** The status of that answer. */
	public int status(String address) throws Exception {
		return opens(address).getStatus();
	}

	/** The page at an address, which must be there. */
	public Document page(String address) throws Exception {
		MockHttpServletResponse response = opens(address);
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return read(response);
	}

	/** Sends a form of names and values in turn; null values are left out. */
	public MockHttpServletResponse sends(String address, String... form) throws Exception {
		MockHttpServletRequestBuilder request = post(address).with(csrf());
		for (int at = 0; at < form.length; at += 2) {
			if (form[at + 1] != null) {
				request.param(form[at], form[at + 1]);
			}
		}
		return answer(request);
	}

	/** Sends a form. */
	public MockHttpServletResponse sends(String address, Map<String, String> form) throws Exception {
		MockHttpServletRequestBuilder request = post(address).with(csrf());
		form.forEach(request::param);
		return answer(request);
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		if (this.member != null) {
			request.with(as(this.member));
		}
		return this.mvc.perform(request).andReturn().getResponse();
	}

	/** A form with other values for some fields, in turn: names and values. */
	public static Map<String, String> with(Map<String, String> form, String... others) {
		Map<String, String> all = new LinkedHashMap<>(form);
		for (int at = 0; at < others.length; at += 2) {
			all.put(others[at], others[at + 1]);
		}
		return all;
	}

	/** The three boxes of a date: "9 1 2015". */
	public static Map<String, String> date(String field, String date) {
		String[] boxes = date.split(" ");
		return Map.of(field + ".day", boxes[0], field + ".month", boxes[1], field + ".year", boxes[2]);
	}

	/** The page of an answer. */
	public static Document read(MockHttpServletResponse response) {
		try {
			return Jsoup.parse(response.getContentAsString());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The messages of the error summary, each of which leads to its field. */
	public static List<String> errors(MockHttpServletResponse response) {
		List<String> messages = messages(response);
		Document page = read(response);
		for (String href : page.select(".nhsuk-error-summary__list a").eachAttr("href")) {
			assertThat(page.select(href)).as(href).hasSize(1);
		}
		return messages;
	}

	/**
	 * The messages of the error summary, also where a field was sent that the page does
	 * not have.
	 */
	public static List<String> messages(MockHttpServletResponse response) {
		assertThat(response.getStatus()).as(response.getRedirectedUrl()).isEqualTo(200);
		return read(response).select(".nhsuk-error-summary__list li").eachText();
	}

}
