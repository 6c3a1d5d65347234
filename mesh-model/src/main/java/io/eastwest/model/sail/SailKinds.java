package io.eastwest.model.sail;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import java.util.List;

/** The kinds of this package. */
public final class SailKinds {
    private static final String GROUP = "sailoperator.io";

    private SailKinds() {}

    /** {@return the definitions of all kinds of this package, in a fixed order} */
    public static List<KindDefinition<?>> all() {
        return List.of(
                of("Istio", Istio.class, "v1"),
                of("IstioCNI", IstioCni.class, "v1"),
                of("ZTunnel", ZTunnel.class, "v1", "v1alpha1"),
                of("IstioRevision", IstioRevision.class, "v1"),
                of("IstioRevisionTag", IstioRevisionTag.class, "v1"));
    }

    /** The first version is the storage version. */
    private static <T extends MeshResource> KindDefinition<T> of(String kind, Class<T> type, String... versions) {
        return new KindDefinition<>(GROUP, kind, List.of(versions), versions[0], false, type);
    }
}
