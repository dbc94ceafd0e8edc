package org.mandate.risks;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.TestOrganisations;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.Tenant;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.Organisation;
import org.mandate.voices.ViewStatement;
import org.mandate.voices.Voices;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Risks, the three voices and the page about the method in a browser, wide and narrow,
 * without scripts, on paper and in the reader's own colours.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestOrganisations.class)
class RiskBrowserTests extends BrowserTest {

	/** A sheet of A4 between its margins, in CSS pixels. */
	private static final int PAPER = 673;

	@Autowired
	private TestOrganisations people;

	@Autowired
	private Risks risks;

	@Autowired
	private Voices voices;

	private Organisation organisation;

	private String base;

	@BeforeEach
	void start() {
		this.organisation = this.people.establish();
		this.people.person(this.organisation, Role.COMMISSIONING_MANAGER, null);
		this.people.person(this.organisation, Role.GOVERNING_BODY_MEMBER, null);
		AppraisalSummary appraisal = this.people.appraisal(this.organisation);
		this.base = "/" + this.organisation.slug() + appraisal.path();
		Tenant.run(this.organisation.id(), () -> {
			add(appraisal, "joint", "Workload", Rating.of(4, 3), Rating.of(2, 3));
			add(appraisal, "joint", "Too little time to consult", Rating.of(5, 5), Rating.of(5, 4));
			add(appraisal, "joint", "Not rated", null, null);
			for (int i = 0; i < 6; i++) {
				add(appraisal, "delegated", "Financial risk " + i, Rating.of(3, 4), Rating.of(3, 5));
			}
			add(appraisal, "delegated", "Ünvorhergesehene" + "langewörter".repeat(10), Rating.of(1, 1), null);
			this.voices.record(appraisal, new ViewStatement("joint", "Joint commissioning protects primary care",
					"The executive", LocalDate.of(2014, 12, 23), "The paper, section 5.1"));
		});
	}

	private void add(AppraisalSummary appraisal, String option, String title, @Nullable Rating before,
			@Nullable Rating after) {
		this.risks.add(appraisal, new RiskStatement(option, title, "It may come about, and this is why", before,
				"A joint post", after, "The executive", "The paper, section 4"));
	}

	private Visitor as(String role, Visitor visitor) {
		return visitor.opens("/%s/sign-in".formatted(this.organisation.slug())).presses("Continue as The " + role);
	}

	@Test
	void everyPageIsAccessibleWideAndNarrow() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor manager = as("Commissioning manager", visitor(width));
			manager.opens(this.base + "/risks").readsHeading("Risks").photographs("risks-" + width);
			manager.opens(this.base + "/risks?option=delegated&sort=before&order=ascending");
			manager.opens(this.base + "/risks/1").readsHeading("Risk 1").photographs("risk-" + width);
			manager.opens(this.base + "/risks/4").reads("The score after mitigation, 15, is above");
			manager.opens(this.base + "/risks/new").presses("Save").reads("There is a problem").looks();
			manager.opens(this.base + "/risks/1/withdrawal").presses("Withdraw").reads("There is a problem");
			manager.opens(this.base + "/risks/bands").photographs("risk-bands-" + width);
			manager.fills("High begins at", "4").presses("Save the bands").reads("otherwise the two overlap");
			manager.opens(this.base + "/voices").photographs("voices-" + width);
			manager.opens(this.base + "/voices/executive").photographs("executive-view-" + width);
			manager.fills("Source", "").presses("Save").reads("Enter the source");
			visitor(width).opens("/help/appraisal").photographs("method-" + width);
			as("Governing body member", visitor(width)).opens(this.base + "/risks/1").reads("What may happen");
		}
	}

	@Test
	void aRiskIsRecordedChangedAndWithdrawnWithoutScripts() {
		as("Commissioning manager", visitorWithoutScripts(NARROW)).opens(this.base + "/risks").follows("Record a risk");
		Visitor manager = as("Commissioning manager", visitorWithoutScripts(NARROW)).opens(this.base + "/risks/new");
		Page page = manager.page();
		page.getByLabel("Which option is it a risk of?").selectOption("joint");
		manager.fills("Title", "Estates").fills("What may happen, and why?", "Buildings may not suffice");
		page.getByLabel("How likely is it?").selectOption("2");
		manager.presses("Save").reads("Choose the consequence before mitigation too");
		page.getByLabel("How bad would it be?").selectOption("5");
		manager.presses("Save").reads("Risk 11 is recorded.").reads("Estates");
		page.getByLabel("Show the risks of").selectOption("joint");
		manager.presses("Show").follows("Before mitigation").reads("(descending)");
		manager.opens(this.base + "/risks/11")
			.follows("Withdraw this risk")
			.fills("Why is it withdrawn?", "It is part of risk 1")
			.presses("Withdraw")
			.reads("Risk 11 is withdrawn");
		manager.opens(this.base + "/risks/11").presses("Save and put it back").reads("Risk 11 is saved.");
	}

	/**
	 * What colour says, words and borders say: on paper without backgrounds, and where
	 * readers choose their own colours.
	 */
	@Test
	void theMatrixIsReadInBlackAndWhiteAndInForcedColours() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor reader = as("Governing body member", visitor(width)).opens(this.base + "/risks");
			Page page = reader.page();
			Locator cells = page.locator(".app-matrix").first().locator("tbody td");
			for (Page.EmulateMediaOptions media : List.of(new Page.EmulateMediaOptions().setMedia(Media.PRINT),
					new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setForcedColors(ForcedColors.ACTIVE))) {
				page.emulateMedia(media);
				boolean paper = media.media.filter(Media.PRINT::equals).isPresent();
				page.setViewportSize(paper ? PAPER : width, 900);
				assertThat(cells.count()).isEqualTo(25);
				for (int i = 0; i < 25; i++) {
					assertThat(cells.nth(i).innerText().replaceAll("\\s+", " ").strip())
						.matches("\\d+ (Low|Moderate|High|Extreme)( Risk \\d+ ?: .*)?");
				}
				assertThat(page.evaluate("""
						() => [...document.querySelectorAll('.app-matrix tbody td')].every((cell) => {
							const words = cell.querySelector('.app-matrix__band').getBoundingClientRect();
							const room = cell.getBoundingClientRect();
							return words.width > 0 && cell.scrollWidth <= cell.clientWidth + 1 && words.height < 40;
						})
						""")).as("words fit their cells at " + width).isEqualTo(true);
				assertThat(page.evaluate(
						"""
								() => {
									const width = (cell) => parseFloat(getComputedStyle(cell).borderTopWidth);
									const held = [...document.querySelectorAll('.app-matrix td.app-matrix__held')].map(width);
									const empty = [...document.querySelectorAll('.app-matrix tbody td:not(.app-matrix__held)')].map(width);
									return Math.min(...held) > Math.max(...empty);
								}
								"""))
					.as("a cell with risks has the thicker border")
					.isEqualTo(true);
			}
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			reader.photographs("risks-print-" + width);
			page.emulateMedia(
					new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setForcedColors(ForcedColors.ACTIVE));
			reader.photographs("risks-forced-" + width);
		}
	}

}
