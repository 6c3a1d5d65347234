package io.eastwest.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How one kind is found and read.
 *
 * @param <T> type of its objects
 * @param group API group; empty for the core group
 * @param kind kind as on the wire
 * @param servedVersions versions that an API server takes, such as {@code v1}; never empty, no duplicates
 * @param storageVersion one of them: the one that the SDK writes
 * @param namespaced whether its objects live in a namespace
 * @param type type of its objects: an interface that is implemented by Immutables for Jackson ({@code @JsonDeserialize(as = ...)}),
 *     a record, or a type with a {@code @JsonCreator} whose parameters are named; in a named module its package is open to this one
 */
public record KindDefinition<T extends MeshResource>(
        String group,
        String kind,
        List<String> servedVersions,
        String storageVersion,
        boolean namespaced,
        Class<T> type) {

    /**
     * Copies the versions and checks that the storage version is one of them.
     *
     * @param group API group; empty for the core group
     * @param kind kind as on the wire
     * @param servedVersions versions that an API server takes; never empty
     * @param storageVersion one of the served versions
     * @param namespaced whether its objects live in a namespace
     * @param type type of its objects
     */
    public KindDefinition {
        requireNonNull(group, "group");
        requireNonNull(kind, "kind");
        requireNonNull(type, "type");
        servedVersions = Collections.unmodifiableList(new ArrayList<>(servedVersions));
        if (!servedVersions.contains(storageVersion)) {
            throw new IllegalArgumentException(
                    kind + ": storage version " + storageVersion + " is not among " + servedVersions);
        }
    }

    /** {@return the storage version as a manifest names it: {@code group/version}, or the version for the core group} */
    public String apiVersion() {
        return apiVersion(storageVersion);
    }

    /**
     * A version as a manifest names it.
     *
     * @param version such as {@code v1}
     * @return {@code group/version}, or the version alone for the core group
     */
    public String apiVersion(String version) {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /**
     * The group of an API version.
     *
     * @param apiVersion such as {@code networking.istio.io/v1} or {@code v1}
     * @return the part before the slash; empty without one
     */
    public static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /**
     * The version of an API version.
     *
     * @param apiVersion such as {@code networking.istio.io/v1} or {@code v1}
     * @return the part after the slash; all of it without one
     */
    public static String versionOf(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }
}
