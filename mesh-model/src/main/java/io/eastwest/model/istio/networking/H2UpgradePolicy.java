package io.eastwest.model.istio.networking;

/**
 * Whether connections to a service are upgraded to HTTP/2.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/destination_rule.proto:ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy.
 */
public enum H2UpgradePolicy {
    /** As the mesh says. */
    DEFAULT,
    /** Never. */
    DO_NOT_UPGRADE,
    /** Always. */
    UPGRADE
}
