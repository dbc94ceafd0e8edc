package org.mandate.submissions;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That no application is made, which is a proper end as well: for greater involvement
 * there is nothing to submit (Southern Derbyshire's report, "Submission Requirements"),
 * and not all members of all CCGs are ready to go to the timetable (NHS England's slides,
 * "Changing a co-commissioning arrangement").
 *
 * @param number from 1 within the appraisal
 * @param decidedBy who decided
 * @param decidedOn when
 * @param reason why
 * @param recordedBy who recorded it
 * @param recordedAt when
 */
public record NoApplication(int number, String decidedBy, LocalDate decidedOn, String reason, String recordedBy,
		Instant recordedAt) {
}
