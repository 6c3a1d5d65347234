package io.eastwest.testing.coverage;

import io.eastwest.model.ResourceKey;

/**
 * One rule of a mesh.
 *
 * @param cluster the cluster whose configuration it is
 * @param resource the resource that holds it
 * @param path the path in the resource
 */
record RuleId(String cluster, ResourceKey resource, String path) {
    RuleId at(String other) {
        return new RuleId(cluster, resource, other);
    }
}
