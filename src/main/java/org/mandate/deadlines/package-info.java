/**
 * The plan backwards from the deadlines through meetings, papers, notices and votes; the
 * calendar feed and the reminders.
 */
@NullMarked
package org.mandate.deadlines;

import org.jspecify.annotations.NullMarked;
