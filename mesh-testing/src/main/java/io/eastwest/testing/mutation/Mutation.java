package io.eastwest.testing.mutation;

import io.eastwest.model.MeshResource;
import java.util.Optional;

/**
 * One change of a resource.
 *
 * @param operator what is done
 * @param path what it is done to
 * @param description the same in words
 * @param resource the resource that comes of it; empty: there is none any more
 */
record Mutation(MutationOperator operator, String path, String description, Optional<MeshResource> resource) {}
