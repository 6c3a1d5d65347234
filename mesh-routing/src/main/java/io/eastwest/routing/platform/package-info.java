/**
 * Answers: what does the redundancy do that a mesh replaces? Global DNS, load balancers of sites, routers of clusters: a request
 * lands in one cluster and stays there. The same snapshot and the same outage are given to both, so that they can be compared.
 */
@NullMarked
package io.eastwest.routing.platform;

import org.jspecify.annotations.NullMarked;
