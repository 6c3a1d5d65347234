package io.eastwest.routing.invariant;

import io.eastwest.routing.question.MeshFailure.Kind;
import java.util.Locale;

/** Kinds of failures for people. */
final class KindText {
    private KindText() {}

    static String of(Kind kind) {
        return switch (kind) {
            case GATEWAY -> "an east-west gateway";
            case GATEWAYS -> "the gateways of a network";
            case CONTROL_PLANE -> "a control plane";
            case AUTHORITY -> "an authority";
            case POD, NODE, ZONE, REGION, CLUSTER, LINK, GIVEN ->
                "a " + kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
