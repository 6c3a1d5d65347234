package io.eastwest.model.istio.networking;

/**
 * Whether a service belongs to the mesh.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/service_entry.proto:ServiceEntry.Location.
 */
public enum ServiceEntryLocation {
    /** Outside the mesh: no mutual TLS of the mesh. */
    MESH_EXTERNAL,
    /** Part of the mesh. */
    MESH_INTERNAL
}
