/**
 * The arrangement in force: go-live, reviews, assurance, lessons, change of model and
 * roll-back.
 */
@NullMarked
package org.mandate.arrangements;

import org.jspecify.annotations.NullMarked;
