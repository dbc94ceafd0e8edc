package org.mandate.considerations;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.MandateTest;
import org.mandate.Pages;
import org.mandate.TestOrganisations;
import org.mandate.appraisals.Appraisals;
import org.mandate.audit.Trail;
import org.mandate.database.Tenant;
import org.mandate.guidance.Edition;
import org.mandate.options.Option;
import org.mandate.options.OptionStatement;
import org.mandate.options.Options;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;

@MandateTest
class ConsiderationPageTests {

	private static final String JOINT = "/considerations/joint";

	private static final String LEARN = "next-steps-2014/1/joint-time-to-learn";

	private static final String LATER = "bma-2016/1/joint-tensions";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Appraisals appraisals;

	@Autowired
	private TestOrganisations organisations;

	@Autowired
	private Considerations considerations;

	@Autowired
	private Options options;

	@Autowired
	private Trail trail;

	private Desk desk;

	@BeforeEach
	void sit() {
		this.desk = new Desk(this.mvc, this.organisations, this.appraisals);
	}

	@Test
	void takesOverWhatIsTickedWithItsCitation() throws Exception {
		this.desk.saves(JOINT + "/library", "entries", LEARN, "entries", "next-steps-2014/1/joint-limits");
		Document page = this.desk.page("/considerations");
		Element joint = page.select(".app-sides__option").get(1);
		assertThat(joint.select("h3").eachText()).containsExactly("+ 1 for Option 2", "− 1 against Option 2");
		assertThat(joint.select(".app-said__text").eachText().getFirst()).startsWith("Leaves delegation open");
		assertThat(joint.selectFirst(".app-citations").text()).contains("Oxfordshire CCG paper", "5.1");
		assertThat(page.select(".app-sides__option").get(0).text()).contains("None for", "None against");
	}

	@Test
	void takesOverAllOfAnEditionOnce() throws Exception {
		this.desk.saves(JOINT + "/library", "entries", LEARN);
		this.desk.saves(JOINT + "/library", "all", "next-steps-2014/1");
		this.desk.saves(JOINT + "/library", "all", "next-steps-2014/1");
		Document page = this.desk.page(JOINT);
		assertThat(page.selectFirst(".app-lead").text()).isEqualTo("5 opportunities, 5 threats");
		assertThat(page.select(".app-shelf").first().text()).contains("10 taken over", "Everything is taken over");
	}

	@Test
	void marksGuidanceThatIsLaterThanTheAppraisal() throws Exception {
		assertThat(this.desk.page(JOINT).select(".app-shelf").get(1).text()).contains("Issued 1 November 2016",
				"later than this appraisal’s day, 29 January 2015");
		this.desk.saves(JOINT + "/library", "entries", LATER);
		assertThat(this.desk.page("/considerations").select(".app-said__mark").eachText())
			.containsExactly("Guidance of 1 November 2016, later than this appraisal’s day");
	}

	@Test
	void asksForATickAndFindsNoOtherEntry() throws Exception {
		assertThat(this.desk.sends(JOINT + "/library").getRedirectedUrl()).endsWith(JOINT);
		assertThat(this.desk.sends(JOINT + "/library", "entries", "next-steps-2014/1/gi-step-back").getStatus())
			.isEqualTo(404);
		assertThat(this.desk.sends(JOINT + "/library", "entries", "nonsense").getStatus()).isEqualTo(404);
		assertThat(this.desk.sends("/considerations/moon/library", "entries", LEARN).getStatus()).isEqualTo(404);
		assertThat(this.desk.gets("/considerations/moon").getStatus()).isEqualTo(404);
		this.desk.saves(JOINT + "/library", "all", "nonsense");
		assertThat(this.desk.page(JOINT).selectFirst(".app-lead").text()).isEqualTo("no opportunities, no threats");
	}

	@Test
	void keepsTheCitationOfWhatIsReworded() throws Exception {
		this.desk.saves(JOINT + "/library", "entries", LEARN);
		String entry = entry();
		this.desk.saves(entry, "text", "We can learn first.", "version", "0");
		Element said = this.desk.page("/considerations").selectFirst(".app-said");
		assertThat(said.text()).contains("We can learn first.", "Reworded by us", "Oxfordshire CCG paper",
				"As the guidance has it: Leaves delegation open");
		Document form = this.desk.page(entry);
		this.desk.saves(entry, "text", one().library().text(), "version", form.selectFirst("[name=version]").val());
		assertThat(this.desk.page("/considerations").text()).doesNotContain("Reworded");
	}

	@Test
	void addsTheOrganisationsOwnWithItsSource() throws Exception {
		MockHttpServletResponse empty = this.desk.sends(JOINT + "/new", "version", "-1");
		assertThat(Pages.errors(empty)).containsExactly("Choose whether it is an opportunity or a threat",
				"Enter the opportunity or threat", "Enter where this is from, such as a paper and its section");
		for (int time = 0; time < 2; time++) {
			this.desk.saves(JOINT + "/new", "category", "THREAT", "text", "Two committees", "source", "Our board");
		}
		assertThat(this.desk.page("/considerations").select(".app-said").eachText()).hasSize(1)
			.first()
			.asString()
			.contains("Two committees", "Our own", "Our board");
	}

	@Test
	void withdrawsWithAReasonAndMayTakeOverAgain() throws Exception {
		this.desk.saves(JOINT + "/library", "entries", LEARN);
		String withdrawal = entry() + "/withdrawal";
		assertThat(Pages.errors(this.desk.sends(withdrawal, "version", "0")))
			.containsExactly("Enter the reason for withdrawing it");
		this.desk.saves(withdrawal, "reason", "Said twice", "version", "0");
		Document page = this.desk.page("/considerations");
		assertThat(page.selectFirst(".app-withdrawn").text()).contains("Option 2", "Leaves delegation open",
				"Why: Said twice");
		assertThat(page.select(".app-said")).isEmpty();
		assertThat(this.desk.sends(withdrawal, "reason", "Again", "version", "1").getStatus()).isEqualTo(404);
		this.desk.saves(JOINT + "/library", "entries", LEARN);
		assertThat(this.desk.page("/considerations").select(".app-said")).hasSize(1);
		assertThat(events()).contains("Withdrew an opportunity of Option 2: Joint commissioning");
	}

	@Test
	void keepsTheOrderThatPeopleGive() throws Exception {
		for (String text : List.of("First", "Second", "Third")) {
			this.desk.saves(JOINT + "/new", "category", "THREAT", "text", text, "source", "Our board");
		}
		String third = all().getLast().id().toString();
		this.desk.saves(JOINT + "/entries/" + third + "/up");
		assertThat(texts()).containsExactly("First", "Third", "Second");
		this.desk.saves(JOINT + "/entries/" + third + "/up");
		this.desk.saves(JOINT + "/entries/" + third + "/up");
		assertThat(texts()).containsExactly("Third", "First", "Second");
	}

	@Test
	void showsBothVersionsToTheSecondOfTwoPeople() throws Exception {
		this.desk.saves(JOINT + "/library", "entries", LEARN);
		String entry = entry();
		this.desk.saves(entry, "text", "Theirs", "version", "0");
		MockHttpServletResponse response = this.desk.sends(entry, "text", "Mine", "source", "My paper", "version", "0");
		Document page = Jsoup.parse(response.getContentAsString());
		assertThat(page.selectFirst(".app-conflict").text()).contains("saved this while you were working on it",
				"Theirs");
		assertThat(page.selectFirst("textarea").wholeText().strip()).isEqualTo("Mine");
		assertThat(one().text()).isEqualTo("Theirs");
		this.desk.saves(entry, "text", "Mine", "source", "My paper", "version",
				page.selectFirst("[name=version]").val());
		assertThat(one().text()).isEqualTo("Mine");
		assertThat(this.desk.sends(entry + "/withdrawal", "reason", "Because", "version", "0").getContentAsString())
			.contains("saved this while you were working on it");
	}

	@Test
	void keepsWhatAWithdrawnOptionHasAndShowsItApart() throws Exception {
		this.desk.saves(JOINT + "/library", "entries", LEARN);
		this.desk.within(() -> this.options.record(this.desk.appraisal, "joint",
				new OptionStatement(Option.Standing.WITHDRAWN, "The area team is gone", null, null, null)));
		Document page = this.desk.page("/considerations");
		assertThat(page.select(".app-sides").first().text()).doesNotContain("Option 2");
		assertThat(page.selectFirst(".app-sides__option--off").text()).contains("Option 2", "Withdrawn",
				"The area team is gone", "Leaves delegation open");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script> ![x](http://a/b.png) [y](javascript:alert(1))",
			"<img src=x onerror=alert(1)>", "العربية مع 123", "O’Neill & \"x\" 𝒜" })
	void showsWhateverIsTypedAsText(String text) throws Exception {
		this.desk.saves(JOINT + "/new", "category", "THREAT", "text", text, "source", text);
		for (String address : List.of("/considerations", JOINT, JOINT + "/entries/" + all().getFirst().id())) {
			Document page = this.desk.page(address);
			assertThat(page.wholeText()).contains(text);
			assertThat(page.select("img[src=x], a[href^=javascript]")).isEmpty();
			assertThat(page.html()).doesNotContain("<script>alert");
		}
	}

	@Test
	void refusesTextThatIsTooLongOrCannotBeSeen() throws Exception {
		String path = JOINT + "/new";
		assertThat(Pages.errors(
				this.desk.sends(path, "category", "MAYBE", "text", "x".repeat(1_000_000), "source", "y".repeat(301))))
			.containsExactly("Choose whether it is an opportunity or a threat",
					"The text must be 1,000 characters or fewer", "The source must be 300 characters or fewer");
		assertThat(Pages.errors(this.desk.sends(path, "category", "THREAT", "text", "a\0b", "source", "S"))).first()
			.asString()
			.contains("cannot be seen");
		this.desk.saves(path, "category", "THREAT", "text", "x".repeat(998) + "\r\ny", "source", "S");
	}

	@Test
	void findsNothingUnderAnotherOptionOrOrganisation() throws Exception {
		this.desk.saves(JOINT + "/library", "entries", LEARN);
		String id = all().getFirst().id().toString();
		assertThat(this.desk.gets("/considerations/delegated/entries/" + id).getStatus()).isEqualTo(404);
		Desk other = new Desk(this.mvc, this.organisations, this.appraisals);
		assertThat(other.gets(JOINT + "/entries/" + id).getStatus()).isEqualTo(404);
		assertThat(other.sends(JOINT + "/entries/" + id + "/up").getStatus()).isEqualTo(404);
		assertThat(this.desk.gets(JOINT + "/entries/nonsense").getStatus()).isEqualTo(404);
	}

	private String entry() {
		return JOINT + "/entries/" + all().getFirst().id();
	}

	private Consideration one() {
		return all().getFirst();
	}

	private List<Consideration> all() {
		return Tenant.call(this.desk.organisation.id(),
				() -> this.considerations.overview(this.desk.appraisal)
					.all()
					.stream()
					.filter(Consideration::stands)
					.toList());
	}

	private List<String> texts() {
		return all().stream()
			.filter((each) -> each.category() == Edition.Consideration.Category.THREAT)
			.map(Consideration::text)
			.toList();
	}

	private List<String> events() {
		return Tenant.call(this.desk.organisation.id(),
				() -> this.trail.events(this.desk.appraisal.id().id(), 0, 100)
					.stream()
					.map(Trail.Entry::summary)
					.toList());
	}

}
