/**
 * Answers: which virtual host and which route take a request? Route configurations, compiled once into look-ups that yield
 * candidates in the order of the rules.
 *
 * <p>Mirrors envoy source/common/router/config_impl.cc and source/common/http/header_utility.cc.
 */
@NullMarked
package io.eastwest.routing.match;

import org.jspecify.annotations.NullMarked;
