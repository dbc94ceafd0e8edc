/**
 * Interests as members declare them, their review by the conflicts of interest guardian,
 * reminders, and the register that anybody may read. After NHS England, Managing
 * conflicts of interest: statutory guidance for CCGs.
 */
@NullMarked
package org.mandate.interests;

import org.jspecify.annotations.NullMarked;
