/**
 * Answers: which listeners, virtual hosts and routes does istiod make for a proxy? VirtualService rules translated to
 * Envoy's routes, and the tables of a sidecar for outbound traffic.
 */
@NullMarked
package io.eastwest.routing.table;

import org.jspecify.annotations.NullMarked;
