package io.eastwest.routing.gatewayapi;

/**
 * An object that routes attach to.
 *
 * @param kind its kind
 * @param namespace its namespace
 * @param name its name
 */
record ParentKey(GroupKind kind, String namespace, String name) {
    boolean isMesh() {
        return kind.equals(GroupKind.SERVICE) || kind.equals(GroupKind.SERVICE_ENTRY);
    }
}
