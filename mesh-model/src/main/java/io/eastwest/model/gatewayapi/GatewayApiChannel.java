package io.eastwest.model.gatewayapi;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.kubernetes.CustomResourceDefinition;
import java.util.List;

/** A release channel of the Gateway API v1.6.1: which kinds, versions and fields an API server with it has. */
public enum GatewayApiChannel {
    /** What is generally available. */
    STANDARD,
    /** The same kinds with further fields, and further kinds. */
    EXPERIMENTAL;

    private static final String ANNOTATION = "gateway.networking.k8s.io/channel";

    /**
     * {@return the channel that a definition was installed from; one that does not say it counts as standard}
     *
     * @param definition definition of a kind of the Gateway API
     */
    public static GatewayApiChannel of(CustomResourceDefinition definition) {
        String channel = definition.metadata().annotations().get(ANNOTATION);
        return "experimental".equals(channel) ? EXPERIMENTAL : STANDARD;
    }

    /**
     * {@return whether an API server with this channel takes objects of a kind in a version}
     *
     * @param definition kind, one of {@link GatewayApiKinds}
     * @param version version such as {@code v1}
     */
    public boolean serves(KindDefinition<?> definition, String version) {
        return definition.servedVersions().contains(version)
                && (this == EXPERIMENTAL || StandardChannel.serves(definition.kind(), version));
    }

    /**
     * {@return the fields of a kind that an API server with this channel drops because only the other channel has them}
     * Each is a path of field names from the top of the object; {@code []} stands for every element of a list. What is
     * below a dropped field is not listed. Empty for kinds without such fields.
     *
     * @param kind kind as on the wire, such as {@code HTTPRoute}
     */
    public List<String> prunedFields(String kind) {
        return this == EXPERIMENTAL ? List.of() : StandardChannel.prunedFields(kind);
    }

    /**
     * {@return an object without the fields that an API server with this channel drops; objects of other kinds are
     * returned as they are}
     *
     * <p>A filter of type {@code ExternalAuth} stays: an API server with the standard channel does not drop it but
     * refuses the whole object, see {@link #refused(MeshResource)}.
     *
     * @param resource any object
     */
    public MeshResource prune(MeshResource resource) {
        return this == EXPERIMENTAL ? resource : StandardChannel.prune(resource);
    }

    /**
     * {@return the values for which an API server with this channel refuses an object although the other channel has
     * them; empty when there are none}
     *
     * @param resource any object
     */
    public List<DocumentPath> refused(MeshResource resource) {
        return this == EXPERIMENTAL || !(resource instanceof HttpRoute route)
                ? List.of()
                : StandardChannel.refused(route);
    }

    /**
     * {@return an object as an API server with this channel stores it: pruned, then completed with the defaults of its
     * schema; objects of other kinds are returned as they are}
     *
     * @param resource any object that the API server does not refuse
     */
    public MeshResource store(MeshResource resource) {
        return SchemaDefaults.of(prune(resource));
    }
}
