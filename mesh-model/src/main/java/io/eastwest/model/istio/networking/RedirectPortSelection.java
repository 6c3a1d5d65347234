package io.eastwest.model.istio.networking;

/**
 * How a redirect finds the port of the new location.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPRedirect.RedirectPortSelection.
 */
public enum RedirectPortSelection {
    /** 80 for {@code http}, 443 for {@code https}. */
    FROM_PROTOCOL_DEFAULT,
    /** The port of the request. */
    FROM_REQUEST_PORT
}
