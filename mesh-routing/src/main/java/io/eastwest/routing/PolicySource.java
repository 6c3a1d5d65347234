package io.eastwest.routing;

import io.eastwest.routing.envoy.Origin;
import java.util.Optional;

/**
 * Where a setting of a cluster comes from.
 *
 * @param kind who says it
 * @param origin resource and path; empty for a default
 * @param field field of the mesh configuration, or what the default is about; may be empty
 * @param place file and line of the origin; empty: unknown
 */
public record PolicySource(Kind kind, Optional<Origin> origin, String field, String place) {
    /** Who says a setting. */
    public enum Kind {
        /** A DestinationRule. */
        DESTINATION_RULE,

        /** The Service or ServiceEntry. */
        SERVICE,

        /** The mesh configuration, or its default when the field is not written. */
        MESH_CONFIG,

        /** A default that istiod sends. */
        ISTIOD_DEFAULT,

        /** A default of Envoy: istiod sends nothing. */
        ENVOY_DEFAULT
    }

    /** {@return the source for people} */
    @Override
    public String toString() {
        String text = switch (kind) {
            case DESTINATION_RULE, SERVICE ->
                origin.map(each -> each.resource() + (each.path().isEmpty() ? "" : " " + each.path()))
                        .orElse("");
            case MESH_CONFIG -> "MeshConfig " + field;
            case ISTIOD_DEFAULT -> "default of istiod" + (field.isEmpty() ? "" : ": " + field);
            case ENVOY_DEFAULT -> "default of Envoy";
        };
        return place.isEmpty() ? text : text + " [" + place + "]";
    }
}
