package io.eastwest.model.istio.mesh;

/**
 * Which Ingress resources are taken.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.IngressControllerMode.
 */
public enum IngressControllerMode {
    /** Not a valid mode: nothing is taken by annotation. */
    UNSPECIFIED,
    /** None. */
    OFF,
    /** Those of the class, and those without a class. */
    DEFAULT,
    /** Those of the class alone. */
    STRICT
}
