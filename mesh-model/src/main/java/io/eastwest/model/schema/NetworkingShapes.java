package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.SELECTOR;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.TrafficPolicyShapes.TRAFFIC_POLICY;

import org.jspecify.annotations.Nullable;

/** The kinds of {@code networking.istio.io}; all versions of one kind have one schema. */
final class NetworkingShapes {
    private static final Shape DESTINATION_RULE = object().field(
                    "spec",
                    object().require("host")
                            .field("trafficPolicy", TRAFFIC_POLICY)
                            .field("subsets", listOf(object().require("name").field("trafficPolicy", TRAFFIC_POLICY)))
                            .field("workloadSelector", SELECTOR));

    private NetworkingShapes() {}

    static @Nullable Shape find(String kind) {
        return switch (kind) {
            case "DestinationRule" -> DESTINATION_RULE;
            default -> null;
        };
    }
}
