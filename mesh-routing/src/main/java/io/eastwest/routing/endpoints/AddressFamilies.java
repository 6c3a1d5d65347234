package io.eastwest.routing.endpoints;

import io.eastwest.routing.view.NetworkGatewayAddress;
import io.eastwest.routing.view.ProxyQuestion;
import java.util.List;

/**
 * Which IP families a proxy can reach. Mirrors istio 1.30.3 {@code
 * pilot/pkg/xds/endpoints/ep_filters.go:filterGatewaysByIPFamily}.
 *
 * @param v4 only IPv4
 * @param v6 only IPv6
 */
record AddressFamilies(boolean v4, boolean v6) {
    static final ProxyQuestion<AddressFamilies> OF_PROXY = proxy -> of(proxy.addresses());

    static AddressFamilies of(List<String> addresses) {
        boolean known = !addresses.isEmpty();
        return new AddressFamilies(
                known && addresses.stream().allMatch(AddressText::isV4),
                known && addresses.stream().allMatch(AddressText::isV6));
    }

    /** {@return whether a gateway can be reached; a proxy with both families, or none known, reaches all} */
    boolean reach(NetworkGatewayAddress gateway) {
        if (v4) {
            return AddressText.isV4(gateway.address());
        }
        return !v6 || AddressText.isV6(gateway.address());
    }
}
