package io.eastwest.routing.envoy;

import java.util.Optional;

/**
 * Answers without an upstream.
 *
 * @param status HTTP status
 * @param body body as text
 * @param bodyIsBytes whether the body was given as bytes
 */
public record DirectResponseAction(int status, Optional<String> body, boolean bodyIsBytes) implements RouteAction {}
