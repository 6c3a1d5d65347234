package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import java.time.Instant;

/** Creation times, which decide between resources that want the same. */
final class CreationTimes {
    /** Age of everything that does not say. */
    static final Instant DEFAULT = Instant.parse("2026-01-01T00:00:00Z");

    private CreationTimes() {}

    static Instant of(MeshResource resource) {
        return resource.metadata().creationTimestamp().orElse(DEFAULT);
    }
}
