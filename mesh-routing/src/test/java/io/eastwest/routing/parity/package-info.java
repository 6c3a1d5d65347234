/** Answers: does the engine do what istiod and Envoy were recorded to do? Reads recorded cases, asks the engine, compares field by field and reports. */
@NullMarked
package io.eastwest.routing.parity;

import org.jspecify.annotations.NullMarked;
