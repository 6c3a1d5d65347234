package io.eastwest.model.istio.mesh;

/**
 * A resource that a source of configuration provides.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:Resource.
 */
public enum ConfigurationResource {
    /** The service registry. */
    SERVICE_REGISTRY
}
