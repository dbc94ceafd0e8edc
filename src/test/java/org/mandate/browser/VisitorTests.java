package org.mandate.browser;

import org.junit.jupiter.api.Test;
import org.mandate.database.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whether the visitor of the browser tests notices what it is there to notice. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "mandate.demonstration=true")
@ContextConfiguration(initializers = TestDatabase.class)
class VisitorTests extends BrowserTest {

	@Test
	void noticesWhatAxeForbidsAndSidewaysScroll() {
		Visitor visitor = visitor(NARROW).opens("/10q/sign-in");
		visitor.page().evaluate("document.querySelector('h1').after(document.createElement('img'))");
		assertThatThrownBy(visitor::looks).hasMessageContaining("image-alt");
		visitor.opens("/10q/sign-in").page().evaluate("document.querySelector('h1').style.width = '500px'");
		assertThatThrownBy(visitor::looks).hasMessageContaining("sideways scroll");
	}

}
