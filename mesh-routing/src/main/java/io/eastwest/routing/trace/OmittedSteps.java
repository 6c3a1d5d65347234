package io.eastwest.routing.trace;

/**
 * Candidates that an explanation does not list, because it would be too long.
 *
 * @param proxy the proxy that considered them, {@code <cluster>/<namespace>/<pod>}
 * @param stage stage of the decision
 * @param candidates how many, 1 or more
 */
public record OmittedSteps(String proxy, TraceStep.Stage stage, int candidates) {}
