package io.eastwest.routing.gatewayapi;

import java.io.Serial;

/** A rule that makes istiod drop all rules of the route. */
final class UnusableRouteException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    UnusableRouteException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
