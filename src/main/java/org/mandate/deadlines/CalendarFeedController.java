package org.mandate.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.mandate.access.LinkSecret;
import org.mandate.access.Public;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The calendar of an appraisal for programs that have its secret link (RFC 5545).
 */
@Controller
@Public
class CalendarFeedController {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private static final Duration FRESH = Duration.ofMinutes(15);

	private final CalendarLinks links;

	CalendarFeedController(CalendarLinks links) {
		this.links = links;
	}

	@GetMapping("/{org}/calendar/{secret}.ics")
	ResponseEntity<byte[]> calendar(@PathVariable String secret) {
		byte[] calendar = this.links.calendar(new LinkSecret(secret)).getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok()
			.contentType(CALENDAR)
			.cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"deadlines.ics\"")
			.header("X-Robots-Tag", "noindex")
			.body(calendar);
	}

}
