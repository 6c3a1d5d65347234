package io.eastwest.model.schema;

import org.jspecify.annotations.Nullable;

/** Finds the shape of a kind. */
final class SchemaCatalog {
    private SchemaCatalog() {}

    /** The shape of a whole object; null for a kind without a definition here. */
    static @Nullable Shape find(String group, String kind, String version) {
        return switch (group) {
            case "networking.istio.io" -> NetworkingShapes.find(kind);
            case "security.istio.io" -> SecurityShapes.find(kind);
            case "telemetry.istio.io" -> kind.equals("Telemetry") ? TelemetryShape.OBJECT : null;
            case "extensions.istio.io" -> ExtensionShapes.find(kind);
            case "sailoperator.io" -> SailShapes.find(kind);
            default -> KubernetesShapes.find(group, kind);
        };
    }
}
