package org.mandate.site;

import org.mandate.access.Public;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages behind the footer's links. */
@Controller
@Public
class FooterController {

	@GetMapping("/accessibility")
	String accessibility() {
		return "site/accessibility";
	}

	@GetMapping("/privacy")
	String privacy() {
		return "site/privacy";
	}

	@GetMapping("/cookies")
	String cookies() {
		return "site/cookies";
	}

}
