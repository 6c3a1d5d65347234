/** Answers: how does an HTTPRoute split the calls to a Service in halves? */
@NullMarked
package io.eastwest.samples.split;

import org.jspecify.annotations.NullMarked;
