package io.eastwest.routing.table;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ProxyQuestion;
import java.util.List;

/**
 * Addresses by which a proxy knows a service. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/service.go:GetAddressForProxy, getAllAddressesForProxy} without DNS capture.
 */
final class ServiceAddresses {
    static final String UNSPECIFIED = "0.0.0.0";
    private static final String UNSPECIFIED_IPV6 = "::";

    /** Families of the addresses of a proxy. */
    private record Families(boolean v4, boolean v6) {
        private static final ProxyQuestion<Families> OF_PROXY = proxy -> new Families(
                proxy.addresses().stream().anyMatch(address -> !isIpv6(address)),
                proxy.addresses().stream().anyMatch(ServiceAddresses::isIpv6));

        private boolean known() {
            return v4 || v6;
        }
    }

    private ServiceAddresses() {}

    /** {@return the address of the service's listeners; {@code 0.0.0.0} when it has none} */
    static String primary(MeshService service, MeshProxy proxy) {
        return all(service, proxy).stream().findFirst().orElse(UNSPECIFIED);
    }

    /** {@return all addresses of the families that the proxy has} */
    static List<String> all(MeshService service, MeshProxy proxy) {
        List<String> own = ofFamilies(service.clusterAddresses().getOrDefault(proxy.cluster(), List.of()), proxy);
        if (!own.isEmpty()) {
            return own;
        }
        return service.clusterAddresses().isEmpty()
                ? service.defaultAddresses()
                : ofFamilies(service.defaultAddresses(), proxy);
    }

    /** {@return what a listener for all addresses binds} */
    static String wildcard(MeshProxy proxy) {
        Families own = proxy.ask(Families.OF_PROXY);
        return own.v4() || !own.known() ? UNSPECIFIED : UNSPECIFIED_IPV6;
    }

    static boolean isUnspecified(String address) {
        return address.equals(UNSPECIFIED) || address.equals(UNSPECIFIED_IPV6);
    }

    private static List<String> ofFamilies(List<String> addresses, MeshProxy proxy) {
        Families own = proxy.ask(Families.OF_PROXY);
        if (!own.known()) {
            return addresses;
        }
        return addresses.stream()
                .filter(address -> isIpv6(address) ? own.v6() : own.v4())
                .toList();
    }

    private static boolean isIpv6(String address) {
        return address.indexOf(':') >= 0;
    }
}
