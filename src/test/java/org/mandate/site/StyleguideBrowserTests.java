package org.mandate.site;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.browser.BrowserTest;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = Styleguide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class StyleguideBrowserTests extends BrowserTest {

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void everyFragmentIsAccessibleAndFits(int width) {
		visitor(width).opens("/styleguide").photographs("styleguide-" + width);
	}

	@ParameterizedTest
	@ValueSource(ints = { WIDE, NARROW })
	void formsWithErrorsAreAccessibleAndFit(int width) {
		visitor(width).opens("/styleguide?wrong=true").photographs("styleguide-errors-" + width);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/accessibility", "/privacy", "/cookies" })
	void footerPagesAreAccessibleAndFit(String path) {
		visitor(WIDE).opens(path);
		visitor(NARROW).opens(path).photographs(path.substring(1) + "-320");
	}

	@Test
	void everythingShowsWithoutScripts() {
		visitorWithoutScripts(NARROW).opens("/styleguide")
			.chooses("They preferred another model")
			.reads("Which model?")
			.photographs("styleguide-plain-320");
	}

	@Test
	void errorPagesAreAccessibleAndFit() {
		visitor(NARROW).meets(404, "/nowhere").readsHeading("Page not found");
		visitor(WIDE).meets(404, "/nowhere").photographs("not-found-1280");
	}

}
