package org.mandate.narratives;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.OxfordshireDecision;
import org.mandate.TestOrganisations;
import org.mandate.access.Role;
import org.mandate.browser.BrowserTest;
import org.mandate.browser.Visitor;
import org.mandate.database.TestDatabase;
import org.mandate.organisations.TestPractices;
import org.mandate.voting.Returns;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sections of a paper in a browser, wide and narrow, with and without scripts.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({ TestOrganisations.class, TestPractices.class })
class NarrativesBrowserTests extends BrowserTest {

	private static final String TEXT = """
			## What localities said

			In South West **{{vote.1.south-west.option-2}}** practices approved model 2, and in the South West 3 preferred option 1.

			- a point
			- another point, with {{vote.1.total.option-2.of-cast}} of all

			> Words of somebody else

			<script>alert(1)</script> ![a picture](https://canary.invalid/a.png)
			""";

	@Autowired
	private ApplicationContext beans;

	@Autowired
	private Narratives narratives;

	private OxfordshireDecision oxfordshire;

	private String base;

	@BeforeEach
	void start() {
		this.oxfordshire = new OxfordshireDecision(this.beans).compared().asked().voted();
		this.base = this.oxfordshire.base() + "/paper/sections";
		this.oxfordshire.within(() -> {
			this.narratives.save(this.oxfordshire.appraisal, Section.MEMBER_VIEWS, 0, "The first text",
					this.oxfordshire.manager);
			this.narratives.save(this.oxfordshire.appraisal, Section.MEMBER_VIEWS, 1, TEXT.strip(),
					this.oxfordshire.manager);
			for (String words : List.of("Say it in fewer words", "Who says so?")) {
				UUID id = UUID.randomUUID();
				this.narratives.comment(this.oxfordshire.appraisal, Section.MEMBER_VIEWS, id, words,
						this.oxfordshire.governor);
				if (words.startsWith("Who")) {
					this.narratives.resolve(this.oxfordshire.appraisal, Section.MEMBER_VIEWS, id, "The paper, 5.1",
							this.oxfordshire.manager);
				}
			}
			this.beans.getBean(Returns.class)
				.correct(this.oxfordshire.place("south-west"), OxfordshireDecision.southWest(8, 4), "Counted again", 3,
						this.oxfordshire.manager);
		});
	}

	private Visitor as(String role, Visitor visitor) {
		return visitor.opens("/%s/sign-in".formatted(this.oxfordshire.organisation.slug()))
			.presses("Continue as The " + role);
	}

	@Test
	void everyPageIsAccessibleWideAndNarrow() {
		for (int width : List.of(WIDE, NARROW)) {
			Visitor manager = as("Commissioning manager", visitor(width));
			manager.opens(this.base).readsHeading("Sections of the paper").photographs("sections-" + width);
			manager.opens(this.base + "/member-views").reads("is 8 now").photographs("section-" + width);
			manager.page().locator("details").last().evaluate("(details) => { details.open = true }");
			manager.looks();
			manager.opens(this.base + "/member-views/edit");
			manager.page().locator("details").first().evaluate("(details) => { details.open = true }");
			manager.looks().photographs("section-editor-" + width);
			manager.presses("Preview").reads("Not saved yet").photographs("section-preview-" + width);
			manager.opens(this.base + "/purpose/edit")
				.presses("Save as version")
				.reads("Enter the text of the section");
			manager.opens(this.base + "/member-views/versions").photographs("section-versions-" + width);
			Visitor reader = as("Governing body member", visitor(width)).opens(this.base + "/member-views");
			reader.presses("Comment").reads("Enter the comment");
			reader.opens(this.base + "/purpose").reads("Nothing is written here yet");
		}
	}

	@Test
	void keepsADraftAndInsertsAFigureAtTheCursor() {
		Visitor manager = as("Commissioning manager", visitor(WIDE)).opens(this.base + "/purpose/edit");
		Page page = manager.page();
		manager.fills("Text", "Of practices approved it.");
		page.waitForFunction(
				"() => document.querySelector('[data-narrative-state]').textContent.startsWith('Draft kept at')");
		page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
			.evaluate("(area) => area.setSelectionRange(3, 3)");
		page.getByLabel("Insert a figure from the record").selectOption("vote.1.total.entitled");
		page.getByText("Insert at the cursor").click();
		assertThat(page.inputValue("#text")).isEqualTo("Of {{vote.1.total.entitled}}practices approved it.");
		page.waitForFunction(
				"""
						async () => (await (await fetch(location.href)).text()).includes('Of {{vote.1.total.entitled}}practices')
						""");
		manager.opens(this.base + "/purpose").reads("You have a draft of").presses("Go on with your draft");
		assertThat(page.inputValue("#text")).contains("{{vote.1.total.entitled}}");
		manager.presses("Save as version 1").reads("Of 80practices approved it.");
		manager.opens(this.base).reads("Written");
	}

	@Test
	void tellsTwoEditorsOfOneAnother() {
		this.beans.getBean(TestOrganisations.class)
			.person(this.oxfordshire.organisation, Role.COMMISSIONING_MANAGER, null);
		Visitor one = as("Commissioning manager", visitor(WIDE)).opens(this.base + "/purpose/edit");
		Visitor other = visitor(NARROW).opens("/%s/sign-in".formatted(this.oxfordshire.organisation.slug()));
		other.page().getByText("Continue as The Commissioning manager").last().click();
		other.looks().opens(this.base + "/purpose/edit").reads("is editing this section (since");
		one.fills("Text", "The first of two").presses("Save as version 1").reads("is saved as version 1");
		other.fills("Text", "The second of two").expects(409).presses("Save as version 1");
		other.readsHeading("Somebody else saved this section").photographs("section-conflict");
		other.presses("Save mine as version 2").reads("The second of two");
	}

	@Test
	void worksWithoutScripts() {
		Visitor manager = as("Commissioning manager", visitorWithoutScripts(NARROW)).opens(this.base + "/purpose/edit");
		manager.fills("Text", "Practices entitled:");
		manager.page().getByLabel("Insert a figure from the record").selectOption("vote.1.total.entitled");
		manager.presses("Insert at the end").presses("Preview").reads("Practices entitled: 80");
		manager.presses("Save as draft").reads("Your draft is kept").presses("Go on with your draft");
		manager.presses("Save as version 1").reads("Practices entitled: 80");
		manager.opens(this.base + "/action/edit").fills("Text", "é".repeat(500_000)).presses("Preview");
		manager.reads("The text must be 20,000 characters or fewer");
		assertThat(manager.page().inputValue("#text")).hasSize(500_000);
		manager.opens(this.base + "/member-views").presses("I have read it again").reads("read this again");
	}

}
