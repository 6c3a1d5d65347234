package io.eastwest.model.validation;

/** Who would refuse an object, or warn about it. Each layer can be checked alone. */
public enum ValidationLayer {
    /** The schema of the custom resource definition and its CEL rules: the API server refuses the object. */
    SCHEMA,
    /** The validating webhook of istiod: the API server refuses what it calls an error and shows what it calls a warning. */
    WEBHOOK,
    /** Names, namespaces, labels and annotations: the API server refuses the object. */
    METADATA,
    /**
     * The configuration of the mesh in the ConfigMap of a control plane or in a Sail resource: the object is stored, but
     * istiod goes on with the last configuration that was right, or starts without it.
     */
    MESH_CONFIG
}
