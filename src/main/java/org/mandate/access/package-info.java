/**
 * People, their roles, signing in and out, and who may do what: the current member of the
 * organisation in the address.
 */
@NullMarked
package org.mandate.access;

import org.jspecify.annotations.NullMarked;
