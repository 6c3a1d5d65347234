package io.eastwest.model.istio.mesh;

/**
 * Which clusters use the endpoints of a service in ambient mode.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.ServiceScopeConfigs.Scope.
 */
public enum ServiceScope {
    /** The own cluster. */
    LOCAL,
    /** All clusters. */
    GLOBAL
}
