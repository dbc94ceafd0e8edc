/**
 * Whether the organisation has its members' mandate: the tests of the guidance, each with
 * its evidence, and the accountable officer's override.
 */
@NullMarked
package org.mandate.mandates;

import org.jspecify.annotations.NullMarked;
