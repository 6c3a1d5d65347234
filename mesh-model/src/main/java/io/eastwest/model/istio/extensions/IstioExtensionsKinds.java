package io.eastwest.model.istio.extensions;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import java.util.List;

/** The kinds of the group {@code extensions.istio.io}. */
public final class IstioExtensionsKinds {
    private static final String GROUP = "extensions.istio.io";

    private IstioExtensionsKinds() {}

    /** {@return the kinds with their served and stored versions, in a fixed order} */
    public static List<KindDefinition<?>> all() {
        return List.of(
                kind(WasmPlugin.KIND, List.of("v1alpha1"), "v1alpha1", WasmPlugin.class),
                kind(TrafficExtension.KIND, List.of("v1alpha1"), "v1alpha1", TrafficExtension.class));
    }

    private static <T extends MeshResource> KindDefinition<T> kind(
            String kind, List<String> servedVersions, String storageVersion, Class<T> type) {
        return new KindDefinition<>(GROUP, kind, servedVersions, storageVersion, true, type);
    }
}
