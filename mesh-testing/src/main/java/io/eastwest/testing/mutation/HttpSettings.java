package io.eastwest.testing.mutation;

import io.eastwest.model.istio.networking.IstioHttpRoute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a rule of a VirtualService says beside matches and destinations. */
final class HttpSettings {
    private HttpSettings() {}

    /** {@return by field, the rule without it} */
    static Map<String, IstioHttpRoute> dropped(IstioHttpRoute rule) {
        Map<String, IstioHttpRoute> dropped = new LinkedHashMap<>();
        dropped.put("timeout", rule.toBuilder().timeout(Optional.empty()).build());
        dropped.put("retries", rule.toBuilder().retries(Optional.empty()).build());
        dropped.put("fault", rule.toBuilder().fault(Optional.empty()).build());
        dropped.put("rewrite", rule.toBuilder().rewrite(Optional.empty()).build());
        dropped.put("headers", rule.toBuilder().headers(Optional.empty()).build());
        dropped.put("corsPolicy", rule.toBuilder().corsPolicy(Optional.empty()).build());
        dropped.put("mirrors", rule.toBuilder().mirrors(List.of()).build());
        dropped.put(
                "mirror",
                rule.toBuilder()
                        .mirror(Optional.empty())
                        .mirrorPercent(OptionalInt.empty())
                        .mirrorPercentage(Optional.empty())
                        .build());
        return dropped;
    }
}
