package io.eastwest.routing.scope;

import java.util.List;

/**
 * What an {@code exportTo} list means for one namespace. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/push_context.go:initServiceRegistry, initVirtualServices}.
 */
enum Visibility {
    /** For everybody. */
    PUBLIC,

    /** For this namespace because it is the own one. */
    PRIVATE,

    /** For this namespace because it is named. */
    EXPORTED,

    /** Not for this namespace. */
    HIDDEN;

    private static final String EVERYBODY = "*";
    private static final String NOBODY = "~";
    private static final String OWN = ".";

    /**
     * Reads an export list.
     *
     * @param exportTo the list; empty: the default of the mesh
     * @param defaults default of the mesh; empty: everybody
     * @param owner namespace of the resource
     * @param reader namespace that asks
     */
    static Visibility of(List<String> exportTo, List<String> defaults, String owner, String reader) {
        List<String> list = exportTo.isEmpty() ? defaults : exportTo;
        if (list.isEmpty() || list.contains(EVERYBODY)) {
            return PUBLIC;
        }
        if (list.contains(NOBODY)) {
            return HIDDEN;
        }
        if (owner.equals(reader)) {
            return list.contains(OWN) || list.contains(owner) ? PRIVATE : HIDDEN;
        }
        return list.contains(reader) ? EXPORTED : HIDDEN;
    }
}
