/**
 * What people type into forms, before it means anything: text, dates in three boxes.
 */
@NullMarked
package org.mandate.forms;

import org.jspecify.annotations.NullMarked;
