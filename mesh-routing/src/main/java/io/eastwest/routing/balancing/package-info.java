/**
 * Answers: which endpoint of an assignment does Envoy pick, and with which exact share?
 *
 * <p>The arithmetic of Envoy's load balancers as pure functions: ingest and de-duplication, priority load, panic, locality
 * weights, the pick of a host, consistent hashing and retries. {@link io.eastwest.routing.balancing.Balancer} is the way in,
 * {@link io.eastwest.routing.balancing.Distribution} the answer. All types are immutable and safe for use by many threads.
 *
 * <p>Mirrors envoy 1.38 source/extensions/load_balancing_policies and source/extensions/clusters/eds/eds.cc.
 */
@NullMarked
package io.eastwest.routing.balancing;

import org.jspecify.annotations.NullMarked;
