package io.eastwest.model.gatewayapi;

import java.time.Duration;

/** The defaults of {@code XBackendTrafficPolicy}, as the schema of Gateway API v1.6.1 states them. */
final class TrafficPolicyDefaults {
    private static final RequestRate TEN_A_SECOND =
            RequestRate.builder().count(10).interval(Duration.ofSeconds(1)).build();

    private TrafficPolicyDefaults() {}

    static XBackendTrafficPolicy of(XBackendTrafficPolicy policy) {
        XBackendTrafficPolicySpec spec = policy.spec();
        return policy.toBuilder()
                .spec(spec.toBuilder()
                        .retryConstraint(spec.retryConstraint().map(TrafficPolicyDefaults::of))
                        .sessionPersistence(spec.sessionPersistence().map(FilterDefaults::of))
                        .build())
                .build();
    }

    private static RetryConstraint of(RetryConstraint constraint) {
        BackendRetryBudget budget =
                constraint.budget().orElseGet(() -> BackendRetryBudget.builder().build());
        return constraint.toBuilder()
                .budget(BackendRetryBudget.builder()
                        .percent(budget.percent().orElse(20))
                        .interval(budget.interval().orElse(Duration.ofSeconds(10)))
                        .build())
                .minRetryRate(constraint.minRetryRate().orElse(TEN_A_SECOND))
                .build();
    }
}
