package io.eastwest.routing.view;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Preference of a service: its field, its annotation, the annotation of its namespace, in that order. Mirrors istio
 * 1.30.3 {@code pilot/pkg/model/service.go:GetTrafficDistribution}.
 */
final class TrafficDistributions {
    private static final String ANNOTATION = "networking.istio.io/traffic-distribution";

    private TrafficDistributions() {}

    static TrafficDistribution of(Optional<String> field, Map<String, String> own, Map<String, String> ofNamespace) {
        String value = field.orElse("");
        if (value.equals("PreferSameZone") || value.equals("PreferClose")) {
            return TrafficDistribution.PREFER_SAME_ZONE;
        }
        if (value.equals("PreferSameNode")) {
            return TrafficDistribution.PREFER_SAME_NODE;
        }
        String annotation = own.getOrDefault(ANNOTATION, "");
        return parse(annotation.isEmpty() ? ofNamespace.getOrDefault(ANNOTATION, "") : annotation);
    }

    private static TrafficDistribution parse(String annotation) {
        return switch (annotation.toLowerCase(Locale.ROOT)) {
            case "preferclose", "prefersamezone" -> TrafficDistribution.PREFER_SAME_ZONE;
            case "prefersamenode" -> TrafficDistribution.PREFER_SAME_NODE;
            default -> TrafficDistribution.ANY;
        };
    }
}
