/** Answers: how does a new version in one cluster get a tenth of the calls of all clusters? */
@NullMarked
package io.eastwest.samples.canary;

import org.jspecify.annotations.NullMarked;
