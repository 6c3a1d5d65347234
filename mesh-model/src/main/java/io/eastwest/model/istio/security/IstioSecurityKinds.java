package io.eastwest.model.istio.security;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import java.util.List;

/** The kinds of the group {@code security.istio.io}. */
public final class IstioSecurityKinds {
    private static final String GROUP = "security.istio.io";

    private IstioSecurityKinds() {}

    /** {@return the kinds with their served and stored versions, in a fixed order} */
    public static List<KindDefinition<?>> all() {
        return List.of(
                kind(AuthorizationPolicy.KIND, List.of("v1", "v1beta1"), "v1", AuthorizationPolicy.class),
                kind(PeerAuthentication.KIND, List.of("v1", "v1beta1"), "v1", PeerAuthentication.class),
                kind(RequestAuthentication.KIND, List.of("v1", "v1beta1"), "v1", RequestAuthentication.class));
    }

    private static <T extends MeshResource> KindDefinition<T> kind(
            String kind, List<String> servedVersions, String storageVersion, Class<T> type) {
        return new KindDefinition<>(GROUP, kind, servedVersions, storageVersion, true, type);
    }
}
