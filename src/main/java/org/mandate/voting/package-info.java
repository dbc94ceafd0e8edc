/**
 * The ballot of the member practices: what is asked, who is entitled, what each locality
 * returned, and what the figures add up to under the ballot's rule.
 */
@NullMarked
package org.mandate.voting;

import org.jspecify.annotations.NullMarked;
