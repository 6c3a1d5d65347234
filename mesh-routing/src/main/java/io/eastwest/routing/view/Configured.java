package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import java.time.Instant;

/**
 * A resource as a control plane orders it.
 *
 * @param <T> kind
 * @param resource the resource
 * @param namespace its namespace
 * @param creationTime creation time; 2026-01-01T00:00:00Z when it does not say
 */
public record Configured<T extends MeshResource>(T resource, String namespace, Instant creationTime) {
    /** {@return the name} */
    public String name() {
        return resource.metadata().name();
    }
}
