package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.CorsPolicy;
import io.eastwest.model.istio.networking.FaultAbort;
import io.eastwest.model.istio.networking.FaultDelay;
import io.eastwest.model.istio.networking.HttpFaultInjection;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.networking.UnmatchedPreflights;
import io.eastwest.model.scalar.GrpcStatusCode;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.FaultInjectionBuilder;
import io.eastwest.routing.envoy.ValueMatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Faults and CORS of a rule as Envoy gets them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/route/route.go:TranslateFault, TranslateCORSPolicy}.
 */
final class FilterTranslation {
    private static final int MILLIONTHS_PER_PERCENT = 10_000;

    private FilterTranslation() {}

    static Optional<FaultInjection> fault(HttpFaultInjection fault) {
        Optional<FaultDelay> delay =
                fault.delay().filter(each -> each.fixedDelay().isPresent());
        Optional<FaultAbort> abort = fault.abort()
                .filter(each ->
                        each.httpStatus().isPresent() || each.grpcStatus().isPresent());
        if (delay.isEmpty() && abort.isEmpty()) {
            return Optional.empty();
        }
        FaultInjectionBuilder builder = FaultInjection.builder();
        delay.ifPresent(each -> builder.delay(each.fixedDelay())
                .delayMillionths(each.percentage()
                        .map(ActionTranslation::millionths)
                        .orElse(each.percent().orElse(0) * MILLIONTHS_PER_PERCENT)));
        abort.ifPresent(each -> {
            builder.abortMillionths(
                    each.percentage().map(ActionTranslation::millionths).orElse(0));
            if (each.httpStatus().isPresent()) {
                builder.abortStatus(each.httpStatus());
            } else {
                builder.abortGrpcStatus(each.grpcStatus()
                        .flatMap(GrpcStatusCode::named)
                        .orElse(GrpcStatusCode.OK)
                        .number());
            }
        });
        return Optional.of(builder.build());
    }

    static CorsSettings cors(CorsPolicy policy) {
        List<ValueMatch> origins = policy.allowOrigins().isEmpty()
                ? policy.allowOrigin().stream()
                        .<ValueMatch>map(ValueMatch.Exact::new)
                        .toList()
                : policy.allowOrigins().stream()
                        .filter(origin -> !origin.equals(StringMatch.present()))
                        .map(MatchTranslation::value)
                        .toList();
        return CorsSettings.builder()
                .allowOrigins(origins)
                .allowMethods(policy.allowMethods())
                .allowHeaders(policy.allowHeaders())
                .exposeHeaders(policy.exposeHeaders())
                .maxAge(policy.maxAge().map(age -> Duration.ofSeconds(age.toSeconds())))
                .allowCredentials(policy.allowCredentials())
                .forwardNotMatchingPreflights(policy.unmatchedPreflights()
                        .filter(UnmatchedPreflights.IGNORE::equals)
                        .isEmpty())
                .build();
    }
}
