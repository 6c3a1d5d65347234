package io.eastwest.routing.gatewayapi;

/**
 * One condition in the status of an object.
 *
 * @param type type, such as {@code Accepted}
 * @param holds whether its status is {@code True}
 * @param reason reason, as istiod writes it
 * @param message what is wrong; empty when it holds
 */
public record StatusCondition(String type, boolean holds, String reason, String message) {
    static StatusCondition good(String type, String reason) {
        return new StatusCondition(type, true, reason, "");
    }

    static StatusCondition bad(String type, Problem problem) {
        return new StatusCondition(type, false, problem.reason(), problem.message());
    }
}
