/**
 * The demonstration: Oxfordshire's decision of January 2015 as it stood before its last
 * locality returned, and Southern Derbyshire's, on the real registers. Uses the other
 * modules as people do, and is used by none.
 */
@NullMarked
package org.mandate.demonstration;

import org.jspecify.annotations.NullMarked;
