package io.eastwest.model.istio.telemetry;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import java.util.List;

/** The kinds of the group {@code telemetry.istio.io}. */
public final class IstioTelemetryKinds {
    private static final String GROUP = "telemetry.istio.io";

    private IstioTelemetryKinds() {}

    /** {@return the kinds with their served and stored versions, in a fixed order} */
    public static List<KindDefinition<?>> all() {
        return List.of(kind(Telemetry.KIND, List.of("v1", "v1alpha1"), "v1alpha1", Telemetry.class));
    }

    private static <T extends MeshResource> KindDefinition<T> kind(
            String kind, List<String> servedVersions, String storageVersion, Class<T> type) {
        return new KindDefinition<>(GROUP, kind, servedVersions, storageVersion, true, type);
    }
}
