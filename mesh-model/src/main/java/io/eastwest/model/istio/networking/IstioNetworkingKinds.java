package io.eastwest.model.istio.networking;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import java.util.List;

/** The kinds of the group {@code networking.istio.io}. */
public final class IstioNetworkingKinds {
    private static final String GROUP = "networking.istio.io";

    private IstioNetworkingKinds() {}

    /** {@return the kinds with their served and stored versions, in a fixed order} */
    public static List<KindDefinition<?>> all() {
        return List.of(
                kind(VirtualService.KIND, List.of("v1", "v1beta1", "v1alpha3"), "v1", VirtualService.class),
                kind(DestinationRule.KIND, List.of("v1", "v1beta1", "v1alpha3"), "v1", DestinationRule.class),
                kind(IstioGateway.KIND, List.of("v1", "v1beta1", "v1alpha3"), "v1", IstioGateway.class),
                kind(ServiceEntry.KIND, List.of("v1", "v1beta1", "v1alpha3"), "v1", ServiceEntry.class),
                kind(WorkloadEntry.KIND, List.of("v1", "v1beta1", "v1alpha3"), "v1", WorkloadEntry.class),
                kind(WorkloadGroup.KIND, List.of("v1", "v1beta1", "v1alpha3"), "v1", WorkloadGroup.class),
                kind(Sidecar.KIND, List.of("v1", "v1beta1", "v1alpha3"), "v1", Sidecar.class),
                kind(EnvoyFilter.KIND, List.of("v1alpha3"), "v1alpha3", EnvoyFilter.class),
                kind(ProxyConfig.KIND, List.of("v1beta1"), "v1beta1", ProxyConfig.class));
    }

    private static <T extends MeshResource> KindDefinition<T> kind(
            String kind, List<String> servedVersions, String storageVersion, Class<T> type) {
        return new KindDefinition<>(GROUP, kind, servedVersions, storageVersion, true, type);
    }
}
