package io.eastwest.model.topology;

import io.eastwest.model.KindDefinition;
import java.util.List;

/** The kinds of this package. */
public final class TopologyKinds {
    private TopologyKinds() {}

    /** {@return all of them} */
    public static List<KindDefinition<?>> all() {
        return List.of(
                new KindDefinition<>("eastwest.io", "MeshTopology", List.of("v1"), "v1", false, MeshTopology.class));
    }
}
