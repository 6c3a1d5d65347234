package io.eastwest.model.openshift;

import io.eastwest.model.KindDefinition;
import java.util.List;

/** The kinds of this package. */
public final class OpenShiftKinds {
    private OpenShiftKinds() {}

    /** {@return the definitions of all kinds of this package} */
    public static List<KindDefinition<?>> all() {
        return List.of(new KindDefinition<>("route.openshift.io", "Route", List.of("v1"), "v1", true, Route.class));
    }
}
