package org.mandate.site;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = Styleguide.class)
class StyleguideTests {

	@Autowired
	WebApplicationContext context;

	@Test
	void smoke() throws Exception {
		var result = MockMvcTester.from(this.context).get().uri("/styleguide?wrong=true").exchange();
		java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/fe/styleguide.html"),
				result.getResponse().getContentAsString());
		assertThat(result).hasStatusOk();
	}

}
