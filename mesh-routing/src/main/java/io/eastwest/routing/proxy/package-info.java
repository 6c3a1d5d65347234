/** Answers: what does one Envoy do with a connection and a request, given what its control plane sent and what is broken? */
@NullMarked
package io.eastwest.routing.proxy;

import org.jspecify.annotations.NullMarked;
